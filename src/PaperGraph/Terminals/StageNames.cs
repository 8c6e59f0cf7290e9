using PaperGraph.Ingest;

namespace PaperGraph.Terminals;

/// <summary>The stages of an import as people read them.</summary>
internal static class StageNames
{
    public static string For(ImportStage stage) => stage switch
    {
        ImportStage.Reading => "Reading",
        ImportStage.FindingCode => "Finding code and organizations",
        ImportStage.FindingConcepts => "Finding concepts",
        ImportStage.ResolvingConcepts => "Joining names to concepts",
        ImportStage.LinkingPapers => "Linking papers",
        ImportStage.AnalyzingGraph => "Analyzing the graph",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "An import has no such stage."),
    };

    /// <summary>What the stage counts, in the singular.</summary>
    public static string Counted(ImportStage stage) => stage is ImportStage.Reading ? "listing" : "paper";
}
