using Microsoft.Extensions.Logging;

namespace PaperGraph.Ingest.Tests;

/// <summary>The statements that a data source has sent.</summary>
internal sealed class StatementLog : ILoggerFactory, ILogger
{
    private readonly Lock taking = new();
    private List<string> statements = [];

    /// <summary>Those since the last call.</summary>
    public List<string> Take()
    {
        lock (taking)
        {
            var taken = statements;
            statements = [];
            return taken;
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It keeps what is logged itself.");

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values) return;
        foreach (var (name, value) in values)
            if (name == "CommandText" && value is string statement)
                lock (taking) statements.Add(statement.ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
    }
}
