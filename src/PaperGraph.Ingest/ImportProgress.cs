namespace PaperGraph.Ingest;

/// <summary>How far an import has come.</summary>
/// <param name="Done">Listings while documents are read, papers in the later stages.</param>
/// <param name="Total">How much there is to do; null where nobody knows.</param>
public readonly record struct ImportProgress(ImportStage Stage, long Done, long? Total)
{
    /// <summary>The bytes of the documents up to the last listing that is stored, as they lie on the disk; not counted of pipes.</summary>
    public long Bytes { get; init; }

    /// <summary>The problems of the documents so far.</summary>
    public int Problems { get; init; }
}

/// <summary>The stages of an import, in the order in which they run.</summary>
public enum ImportStage
{
    /// <summary>Documents become papers and listings.</summary>
    Reading,

    /// <summary>Links in the papers' texts become repositories, resources and organizations.</summary>
    FindingCode,

    /// <summary>What the papers' texts name is found.</summary>
    FindingConcepts,

    /// <summary>Names of all papers become concepts.</summary>
    ResolvingConcepts,

    /// <summary>Papers that share something are linked.</summary>
    LinkingPapers,

    /// <summary>Ranks and communities are made of the whole graph, when enough is new.</summary>
    AnalyzingGraph,
}
