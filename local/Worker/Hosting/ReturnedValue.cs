namespace ServerlessIct.Local.Worker.Hosting;

/// <summary>What a function returned, as a feature of its invocation.</summary>
sealed record ReturnedValue(object? Value);
