using PaperGraph.Sources.Arxiv;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.DailyPapers;
using PaperGraph.Sources.HuggingFace;
using PaperGraph.Sources.Ids;
using PaperGraph.Sources.Library;
using PaperGraph.Sources.OpenAlex;
using PaperGraph.Sources.PapersWithCode;
using PaperGraph.Sources.Repositories;
using PaperGraph.Sources.SemanticScholar;
using PaperGraph.Sources.Tables;

namespace PaperGraph.Sources;

/// <summary>All formats that are read. A reader is a folder of its own, and one line here.</summary>
public static class FormatRegistry
{
    /// <summary>In the order in which they are asked. The last ones take what only looks like theirs, and say what is wrong.</summary>
    internal static readonly IReadOnlyList<IPaperReader> Readers =
    [
        new ArxivAtomReader(),
        new ArxivOaiReader(),
        new ArxivSnapshotReader(),
        new OpenAlexReader(),
        new SemanticScholarReader(),
        new PapersWithCodeReader(),
        new EvaluationTablesReader(),
        new MethodsAndDatasetsReader(),
        new RepositoryRenamesReader(),
        new ZoteroReader(),
        new CslJsonReader(),
        new BibTexReader(),
        new RisReader(),
        new ReferReader(),
        new MedlineReader(),
        new TableReader(),
        new PaperIdsReader(),
        new DailyPapersHtmlReader(),
        new HuggingFaceReader(),
        new DailyPapersReader(),
    ];

    /// <summary>The formats by name.</summary>
    public static IReadOnlyList<SourceFormat> All { get; } =
        [.. Readers.Select(reader => reader.Format).OrderBy(format => format.Name, StringComparer.Ordinal)];

    /// <summary>The reader by that name, else the first that takes what the input begins with; null where none does.</summary>
    internal static IPaperReader? Find(string? name, Probe probe) => name is null
        ? Readers.FirstOrDefault(reader => reader.Accepts(probe))
        : Readers.FirstOrDefault(reader => reader.Format.Name == name);
}
