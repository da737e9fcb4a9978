using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ServerlessIct.Local.Host;

/// <summary>The log as lines of text: time (UTC), level, category, message, and an exception below it.</summary>
sealed class LineLog(Action<string> write, TimeProvider time) : ILoggerProvider
{
    readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
    }

    void Write(LogLevel level, string category, string text)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {Short(level)} {category}: {text}");
        try
        {
            lock (gate) write(line);
        }
        catch (Exception)
        {
            // The log must not end what it tells of: the output of a test, for instance, refuses lines after the test's end.
        }
    }

    static string Short(LogLevel level) => level switch
    {
        LogLevel.Critical => "CRIT",
        LogLevel.Error => "FAIL",
        LogLevel.Warning => "WARN",
        LogLevel.Information => "INFO",
        _ => "DBUG",
    };

    sealed class Lines(LineLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Write(logLevel, category, formatter(state, exception) + (exception is null ? "" : "\n" + exception));
        }
    }
}
