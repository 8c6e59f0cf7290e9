using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace PaperGraph.Ingest.Tests;

/// <summary>The statements that a data source has sent.</summary>
internal sealed class StatementLog : IDisposable
{
    private readonly FakeLogCollector log = new();

    public StatementLog() => Factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(log)));

    /// <summary>For the data source.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>Those since the last call.</summary>
    public List<string> Take() =>
    [
        .. log.GetSnapshot(clear: true)
            .Select(record => record.GetStructuredStateValue("CommandText")).OfType<string>()
            .Select(statement => statement.ReplaceLineEndings("\n")),
    ];

    public void Dispose() => Factory.Dispose();
}
