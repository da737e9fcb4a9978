namespace ServerlessIct.App;

static class Program
{
    static void Main()
    {
    }
}
