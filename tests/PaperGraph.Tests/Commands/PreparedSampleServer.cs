using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Commands;

/// <summary>The built program, serving a database that its sample is in already, for tests that leave it as it is.</summary>
public sealed class PreparedSampleServer : SampleServer
{
    protected override Task<TestDatabase> CreateDatabaseAsync() => SampleDatabase.CopyAsync();
}

/// <summary>Tests that share one such server.</summary>
[CollectionDefinition(nameof(ServedSample))]
public sealed class ServedSample : ICollectionFixture<PreparedSampleServer>;
