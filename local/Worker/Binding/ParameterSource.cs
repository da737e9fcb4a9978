using ServerlessIct.Local.Worker.Hosting;

namespace ServerlessIct.Local.Worker.Binding;

/// <summary>Gives the argument of one parameter for one invocation.</summary>
delegate ValueTask<object?> ParameterSource(Invocation invocation);
