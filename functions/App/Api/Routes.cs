namespace ServerlessIct.App.Api;

static class Routes
{
    public const string Prefix = "api/v1/";
}
