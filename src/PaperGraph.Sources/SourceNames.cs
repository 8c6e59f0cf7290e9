namespace PaperGraph.Sources;

/// <summary>The stable names of the formats, as they are stored beside what was read from them.</summary>
public static class SourceNames
{
    /// <summary>A Daily Papers page of huggingface.co, or a page of its search, saved as text.</summary>
    public const string DailyPapersText = "daily-papers-text";

    /// <summary>Papers as the interface of huggingface.co gives them, one day to a file or one paper alone.</summary>
    public const string HuggingFaceJson = "hf-json";
}
