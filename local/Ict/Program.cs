namespace ServerlessIct.Local.Ict;

static class Program
{
    static void Main()
    {
    }
}
