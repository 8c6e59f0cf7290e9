using PaperGraph.Ingest;

namespace PaperGraph.Terminals;

/// <summary>Remembers how far an import has come, and passes it on.</summary>
internal sealed class ImportPosition : IProgress<ImportProgress>
{
    private long listings;

    /// <summary>The stage that runs; null before the first one.</summary>
    public ImportStage? Stage { get; private set; }

    /// <summary>The receiver that the progress is passed on to.</summary>
    public IProgress<ImportProgress>? Next { get; set; }

    public void Report(ImportProgress value)
    {
        if (value.Stage == ImportStage.Reading) listings = value.Done;
        Stage = value.Stage;
        Next?.Report(value);
    }

    /// <summary>What an import that was stopped here leaves, in words: what is stored, and which stages are not done.</summary>
    public string Left()
    {
        if (Stage is not { } stopped) return "Stopped before anything was read.";
        var left = Enum.GetValues<ImportStage>().Where(stage => stage >= stopped).Select(stage => InSentence(StageNames.For(stage)));
        return $"Stopped while {InSentence(StageNames.For(stopped))}. {Quantities.Count(listings, "listing")} of what was given "
            + $"{(listings == 1 ? "is" : "are")} stored. Left to do: {string.Join(", ", left)}. The same command goes on from there.";
    }

    private static string InSentence(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
