using System.Xml.Linq;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Xml;

namespace PaperGraph.Sources.Arxiv;

/// <summary>
/// Answers of arXiv's API: an Atom feed of which each entry is a paper (https://info.arxiv.org/help/api/user-manual.html); and its feeds of
/// what is new.
/// </summary>
internal sealed class ArxivAtomReader() : XmlRecordReader("entry", "item")
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.ArxivAtom,
        Description = "Answers of arXiv's API (export.arxiv.org/api/query), and its feeds of what is new (rss.arxiv.org).",
        ToldBy = "a feed, in Atom or RSS",
        Refuses = "the entry in which arXiv says what was wrong with the question; entries without a title, or of other sites",
        Example = "curl -s 'https://export.arxiv.org/api/query?search_query=cat:cs.CL&sortBy=submittedDate' | papergraph import -",
    };

    protected override bool Accepts(XmlShape shape) => shape is { Name: "feed" or "entry", Namespace: Atom } or { Name: "rss" };

    protected override ListedPaper? Read(XElement element, FieldProblemCollector problems)
    {
        if (ArxivAnnouncement.IsOne(element)) return ArxivAnnouncement.Read(element, problems);

        XElement? Child(string name) => element.Element((XNamespace)Atom + name);

        var address = Prose.LineOrNull(Child("id")?.Value);
        if (address is not null && address.Contains("arxiv.org/api/errors", StringComparison.Ordinal))
        {
            problems.AddWhole(
                $"{Child("summary")?.Value} ({address})",
                "arXiv did not understand what it was asked.",
                "Ask again; its answer holds no papers.");
            return null;
        }
        var id = ArxivText.Id("id", address, problems);
        if (id is null) return null;
        if (Prose.LineOrNull(Child("title")?.Value) is not { } title)
        {
            problems.Add("title", id, "missing, and without it there is no paper");
            return null;
        }

        var comment = element.Element(Arxiv + "comment")?.Value;
        var authors = Authors(element, problems);
        return new ListedPaper
        {
            Title = title,
            Abstract = ArxivText.Abstract(Child("summary")?.Value),
            ArxivId = id,
            Doi = ArxivText.FirstDoi("arxiv:doi", element.Element(Arxiv + "doi")?.Value, problems),
            Url = ArxivText.Address(id),
            PublishedOn = ArxivText.Day("published", Child("published")?.Value, problems),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Links = ArxivText.Links("arxiv:comment", comment),
            ObservedAt = UtcDay.StartOf(ArxivText.Day("updated", Child("updated")?.Value, problems)),
            Details = new PaperDetails
            {
                Categories = ArxivCategories.Parse(
                    "category",
                    element.Elements((XNamespace)Atom + "category").Select(category => category.Attribute("term")?.Value),
                    problems),
                PrimaryCategory = ArxivCategories.First(ArxivCategories.Split(
                    "arxiv:primary_category", element.Element(Arxiv + "primary_category")?.Attribute("term")?.Value, problems)),
                IsWithdrawn = Withdrawal.From(comment, Child("summary")?.Value),
            },
            Rank = 0,
        };
    }

    private static List<string> Authors(XElement entry, FieldProblemCollector problems)
    {
        var names = new List<string>();
        foreach (var author in entry.Elements((XNamespace)Atom + "author"))
        {
            if (Prose.LineOrNull(author.Element((XNamespace)Atom + "name")?.Value) is not { } name)
                problems.Add("author", author.Value, "a person without a name");
            else if (!ArxivAuthors.IsColon(name)) names.Add(name);
        }
        return names;
    }
}
