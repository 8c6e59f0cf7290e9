using PaperGraph.Data;
using PaperGraph.Data.Stages;
using PaperGraph.Model;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>
/// Tells whether a page that is met again would be stored as it was: what is stored of it follows from its content, from the days that
/// were given or inferred, and from the program's rules. Those stand in four assemblies, which are others wherever a rule may be.
/// </summary>
internal static class ReadingRules
{
    private static readonly string Version = string.Concat(
        new[] { typeof(PaperReaders), typeof(TitleKey), typeof(DataSources), typeof(ReadingRules) }
            .Select(type => type.Module.ModuleVersionId));

    /// <summary>The digest of all that decides what is stored of a document before it is read.</summary>
    public static long Digest(ImportOptions options) => new RowDigest()
        .Add(Version)
        .Add((long)(options.AsOf?.DayNumber ?? 0))
        .Add(options.Format ?? "")
        .Take();

    /// <summary>The digest of all that decides what is stored of a page, but for its content.</summary>
    public static long Digest(PageRecord page) => new RowDigest()
        .Add(Version)
        .Add((long)(page.Line ?? 0))
        .Add((long)(page.ListedOn?.DayNumber ?? 0))
        .Add(page.ListedOnInferred ? 1L : 0)
        .Add((long)(page.SavedOn?.DayNumber ?? 0))
        .Take();
}
