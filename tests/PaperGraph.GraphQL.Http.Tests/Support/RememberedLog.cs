using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>What was logged as a warning, and what as an error, with its exception.</summary>
internal sealed class RememberedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(string Message, Exception? Exception)> Errors { get; } = [];

    public ConcurrentQueue<string> Warnings { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error) Errors.Enqueue((formatter(state, exception), exception));
        else if (logLevel == LogLevel.Warning) Warnings.Enqueue(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
