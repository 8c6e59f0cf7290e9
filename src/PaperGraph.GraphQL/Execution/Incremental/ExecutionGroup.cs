namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>
/// What was put off and is executed together, in levels of its own: all fields that belong to the same deferred fragments, or the later
/// items of the lists of one field. Waits for nothing but its own levels.
/// </summary>
internal sealed class ExecutionGroup(Request request)
{
    private readonly List<(IReadOnlyList<ResultPart> Parts, Func<Levels, object> Start)> members = [];
    private Task? level;

    public Levels Levels { get; } = new(request);

    public IEnumerable<ResultPart> Parts => members.SelectMany(member => member.Parts);

    /// <summary>The tables and list columns that hold what was executed.</summary>
    public IEnumerable<object> Wholes => members.Select(member => member.Parts[0].Whole!);

    /// <summary>What it waits for; null before it starts.</summary>
    public Task? Level => level;

    public bool IsRunning => level is { IsCompleted: false };

    /// <param name="start">Makes what is to be executed ready, and answers what will hold it.</param>
    public void Add(IReadOnlyList<ResultPart> parts, Func<Levels, object> start)
    {
        members.Add((parts, start));
        foreach (var part in parts)
        {
            foreach (var owner in part.Owners)
            {
                owner.Parts.Add(part);
                owner.Remaining++;
            }
        }
    }

    /// <summary>Executes up to the next level that has to be waited for. True where there is none any more.</summary>
    public bool Continue()
    {
        if (level is null) Start();
        else Receive(level);
        while (Levels.Advance())
        {
            level = Levels.RunLevelAsync().AsTask();
            if (!level.IsCompleted) return false;
            Receive(level);
        }
        return true;
    }

    private void Start()
    {
        foreach (var (parts, start) in members)
        {
            var whole = start(Levels);
            foreach (var part in parts) part.Whole = whole;
        }
    }

    private void Receive(Task run)
    {
        run.GetAwaiter().GetResult();
        Levels.ReceiveLevel();
    }
}
