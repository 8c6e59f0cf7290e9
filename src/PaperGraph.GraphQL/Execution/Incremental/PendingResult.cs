namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>
/// What a client waits for: a deferred fragment of one object, or the later items of one list. It is announced with an id, and
/// complete when all its parts are executed or one of them failed.
/// </summary>
internal sealed class PendingResult(string? label, IReadOnlyList<object> path)
{
    public string? Label { get; } = label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>The index of the first of the later items of a list; null for a fragment.</summary>
    public int? FirstItem { get; init; }

    /// <summary>The id under which the result is announced; null until then.</summary>
    public string? Id { get; set; }

    public List<ResultPart> Parts { get; } = [];

    /// <summary>Parts that are not executed yet.</summary>
    public int Remaining { get; set; }

    public bool IsComplete => Remaining == 0 || Failure is not null;

    /// <summary>Set where a null went up through the whole of a part.</summary>
    public IReadOnlyList<GraphQLError>? Failure { get; set; }

    /// <summary>Deferred fragments inside this one, announced when it is complete.</summary>
    public List<PendingResult> Inner { get; } = [];
}

/// <summary>Data that is answered as a whole: the same deferred fields of one object, or the later items of one list.</summary>
internal sealed class ResultPart(IReadOnlyList<PendingResult> owners, IReadOnlyList<object> path)
{
    /// <summary>The fragments that share these fields.</summary>
    public IReadOnlyList<PendingResult> Owners { get; } = owners;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>What was met inside, announced when this part is handed out.</summary>
    public List<PendingResult> Inner { get; } = [];

    /// <summary>The table or the list column that holds the data, and the row in it; known when it is executed.</summary>
    public object? Whole { get; set; }

    public int Row { get; set; }

    public IReadOnlyList<GraphQLError> Errors { get; set; } = [];

    /// <summary>Whether a null was propagated through the whole of this part.</summary>
    public bool IsNull => Whole is ListColumn lists ? lists.Values[Row] is null : ((ObjectTable)Whole!).Failed![Row];

    /// <summary>
    /// By whose id the data is handed out: the owner that is complete, unless another that is announced is nearer to the data and so needs
    /// a shorter path. Null until then.
    /// </summary>
    public PendingResult? DeliveredBy { get; private set; }

    public void DeliverBy(PendingResult complete)
    {
        DeliveredBy = complete;
        foreach (var owner in Owners)
            if (owner is { Id: not null, Failure: null } && owner.Path.Count > DeliveredBy.Path.Count) DeliveredBy = owner;
    }
}
