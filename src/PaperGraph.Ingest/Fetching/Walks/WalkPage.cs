namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>What a page of a walk says of the walk.</summary>
internal sealed record WalkPage
{
    /// <summary>The address of the page behind it; null where it is the last.</summary>
    public Uri? Next { get; init; }

    /// <summary>Where to begin again if <see cref="Next"/> holds a token that the server has forgotten; null where it holds none.</summary>
    public string? Restart { get; init; }

    /// <summary>Why it cannot be the answer, as a clause; asked again, the server may give another. Null where it is.</summary>
    public string? Damage { get; private init; }

    /// <summary>Why the server does not answer the question, whenever it is asked; null where it does.</summary>
    public FetchFailure? Failure { get; private init; }

    /// <summary>Whether it fails because of what is asked, which is all there is where the server no longer knows a token.</summary>
    public bool MayBeForgotten { get; private init; }

    /// <summary>Whether the server has forgotten the token that was to lead here.</summary>
    public bool IsForgotten { get; private init; }

    public static WalkPage Unusable(string damage) => new() { Damage = damage };

    public static WalkPage Refused(string words) => new()
    {
        Failure = new FetchFailure("The server did not understand what it was asked.", "Check what was asked.", words),
        MayBeForgotten = true,
    };

    /// <summary>A page that did not come at all.</summary>
    public static WalkPage Missing(FetchFailure failure) => new() { Failure = failure, MayBeForgotten = failure.IsOfAddress };

    public static WalkPage Forgotten(string words) => Refused(words) with { IsForgotten = true };
}
