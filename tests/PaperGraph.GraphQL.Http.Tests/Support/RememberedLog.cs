using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>What was logged as an error: its message, and that of its exception.</summary>
internal sealed class RememberedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(string Message, Exception? Exception)> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Errors.Enqueue((formatter(state, exception), exception));
    }

    public void Dispose()
    {
    }
}
