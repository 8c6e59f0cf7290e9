using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Runs data requests in memory and remembers which went out together.</summary>
internal sealed class CountingRequestRunner : IDataRequestRunner
{
    /// <summary>The names of the data requests of each level.</summary>
    public List<string[]> Levels { get; } = [];

    public Action? BeforeRunning { get; set; }

    public ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
    {
        BeforeRunning?.Invoke();
        Levels.Add([.. requests.Cast<InMemoryRequest>().Select(request => request.Name)]);
        foreach (var request in requests.Cast<InMemoryRequest>()) request.Run();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A data request that is answered by a function, and knows no values before it was run.</summary>
internal sealed class InMemoryRequest(string name, Func<object, object?> valueFor, Exception? fails = null) : DataRequest
{
    private bool wasRun;

    public string Name { get; } = name;

    public override object? ValueFor(object parent)
    {
        if (!wasRun || Failure is not null) throw new InvalidOperationException($"{Name} was not run.");
        return valueFor(parent);
    }

    public void Run()
    {
        if (wasRun) throw new InvalidOperationException($"{Name} was run before.");
        wasRun = true;
        Failure = fails;
    }
}
