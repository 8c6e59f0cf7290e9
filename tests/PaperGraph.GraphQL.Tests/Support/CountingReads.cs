using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>Runs reads in memory and remembers which went out together.</summary>
internal sealed class CountingReads : IReadRunner
{
    /// <summary>The names of the reads of each level.</summary>
    public List<string[]> Levels { get; } = [];

    public Action? BeforeRunning { get; set; }

    public ValueTask RunAsync(IReadOnlyList<Read> reads, CancellationToken cancellationToken)
    {
        BeforeRunning?.Invoke();
        Levels.Add([.. reads.Cast<MemoryRead>().Select(read => read.Name)]);
        foreach (var read in reads.Cast<MemoryRead>()) read.Run();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A read of a function; knows nothing before it was run.</summary>
internal sealed class MemoryRead(string name, Func<object, object?> valueFor, Exception? fails = null) : Read
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
