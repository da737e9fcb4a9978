namespace ServerlessIct.App.Settings;

/// <summary>A setting of the app, as an app setting in Azure, an environment variable, or a line of local.settings.json.</summary>
/// <param name="Name">Its name; <c>__</c> parts levels.</param>
/// <param name="Default">What holds where it is not set; null where nothing does.</param>
/// <param name="Meaning">What it does, with unit and range.</param>
/// <param name="Usual">What bicep/main.bicep sets where nothing holds by itself and the host cannot do without; null where that is not so.</param>
public sealed record AppSetting(string Name, string? Default, string Meaning, string? Usual = null);
