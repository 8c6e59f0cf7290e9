using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>What is written in one transaction: pages or parts of them, and what could not be read there.</summary>
internal sealed class Chunk
{
    /// <summary>How many repeats are read in the time in which one paper is read and written.</summary>
    private const int RepeatsOfPaper = 20;

    /// <summary>The pages that begin in the chunk.</summary>
    public List<ReadPage> Begun { get; } = [];

    /// <summary>The pages that end in the chunk.</summary>
    public List<ReadPage> Ended { get; } = [];

    public List<(ReadPage Page, ListedPaper Paper, int? Line)> Papers { get; } = [];

    /// <summary>How many papers were left out since their page had said the same of them before.</summary>
    public int Repeats { get; private set; }

    /// <summary>What pages state of papers that other pages describe.</summary>
    public List<(ReadPage Page, StatedAddition Addition, int? Line)> Additions { get; } = [];

    /// <summary>Methods and datasets that pages state by themselves.</summary>
    public List<(ReadPage Page, ListedConcept Concept, int? Line)> Concepts { get; } = [];

    /// <summary>Institutions of which pages are records.</summary>
    public List<(ReadPage Page, StatedInstitution Institution, int? Line)> Institutions { get; } = [];

    public List<(ReadPage Page, StatedRename Rename, int? Line)> Renames { get; } = [];

    public List<ReadProblem> Problems { get; } = [];

    /// <summary>The bytes of all documents up to its end.</summary>
    public long Bytes { get; set; }

    /// <summary>What was fetched and ends in the chunk.</summary>
    public List<FetchedDocument> Fetched { get; } = [];

    /// <summary>The size by which the chunk is full. Repeats only count so that it is seen how far the reading has come.</summary>
    public int Size => Math.Max(
        Math.Max(Begun.Count, Repeats / RepeatsOfPaper),
        Math.Max(Papers.Count + Additions.Count + Concepts.Count + Institutions.Count + Renames.Count, Problems.Count));

    /// <summary>The memory that its papers take, told in characters of their texts.</summary>
    public long Length { get; private set; }

    public bool IsEmpty => Size == 0 && Ended.Count == 0 && Fetched.Count == 0;

    /// <param name="page">The page that the item stands on; null before the first.</param>
    /// <returns>The page that what comes next stands on.</returns>
    public ReadPage? Add(SourceItem item, ReadPage? page)
    {
        switch (item)
        {
            case PageRecord record:
                if (page is not null) Ended.Add(page);
                page = new ReadPage(record);
                Begun.Add(page);
                break;

            case PaperRecord(var paper, var line):
                page = Known(page, paper.Title);
                if (page.HasSaid(paper))
                {
                    Repeats++;
                    break;
                }
                page.AddRank(paper.Rank);
                Papers.Add((page, paper, paper.Line ?? line));
                Length += LengthOf(paper);
                break;

            case AdditionRecord(var addition, var line):
                page = Known(page, $"paper {addition.CorpusId}");
                Additions.Add((page, addition, line));
                Length += addition.Abstract?.Length ?? 0;
                break;

            case ConceptRecord(var concept, var line):
                page = Known(page, concept.Name);
                page.AddRank(concept.Rank);
                Concepts.Add((page, concept, line));
                break;

            case InstitutionRecord(var institution, var line):
                page = Known(page, institution.Name);
                Institutions.Add((page, institution, line));
                break;

            case RenameRecord(var rename, var line):
                page = Known(page, rename.Former.Url);
                Renames.Add((page, rename, line));
                break;

            case ReadProblem problem:
                if (page is not null) page.HasProblems = true;
                Problems.Add(problem);
                break;
        }
        return page;
    }

    private static long LengthOf(ListedPaper paper)
    {
        // A reference, a result, a link or an author takes about as much as this many letters.
        const int Detail = 50;
        var length = paper.Title.Length + (paper.Abstract?.Length ?? 0) + Detail * (paper.AuthorNames.Count + paper.Links.Count);
        return paper.Details is { } details
            ? length + Detail * (details.References.Count + details.CitedBy.Count + details.Results.Count + details.Authors.Count)
            : length;
    }

    private static ReadPage Known(ReadPage? page, string what) =>
        page ?? throw new InvalidOperationException($"A reader gave \"{what}\" before the page that it stands on.");
}
