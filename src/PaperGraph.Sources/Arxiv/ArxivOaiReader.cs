using System.Xml.Linq;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;
using PaperGraph.Sources.Xml;

namespace PaperGraph.Sources.Arxiv;

/// <summary>
/// Answers of arXiv's server for harvesting (OAI-PMH 2.0), with metadata as <c>arXiv</c>, <c>arXivRaw</c> or <c>oai_dc</c>, and records
/// that were taken out of them.
/// </summary>
internal sealed class ArxivOaiReader() : XmlRecordReader("record", "error")
{
    private const string Oai = "http://www.openarchives.org/OAI/2.0/";

    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.ArxivOai,
        Description = "Answers of arXiv's OAI-PMH server (oaipmh.arxiv.org/oai) with metadata as arXiv, arXivRaw or oai_dc.",
        ToldBy = "XML whose first element is <OAI-PMH> or <record>",
        Refuses = "what the server says was wrong with the question; records in other formats of metadata, and without id or title",
        Example = "curl -s 'https://oaipmh.arxiv.org/oai?verb=ListRecords&metadataPrefix=arXivRaw&set=cs&from=2025-06-18' "
            + "| papergraph import -",
    };

    protected override bool Accepts(XmlShape shape) =>
        shape is { Name: "OAI-PMH" } or { Name: "record", Namespace: "" or Oai } or { Name: "ListRecords" or "GetRecord" };

    protected override ListedPaper? Read(XElement element, FieldProblemCollector problems)
    {
        if (element.Name.LocalName == "error")
        {
            // A question that nothing answers to is answered.
            var code = element.Attribute("code")?.Value;
            if (code != "noRecordsMatch")
                problems.AddWhole(
                    $"{code}: {element.Value}",
                    "The server did not understand what it was asked.",
                    "Ask again; its answer holds no papers.");
            return null;
        }

        // A record that was deleted has a header alone.
        var header = OaiMetadata.Child(element, "header");
        if (header?.Attribute("status")?.Value == "deleted") return null;
        if (OaiMetadata.Child(element, "metadata")?.Elements().FirstOrDefault() is not { } metadata)
        {
            problems.Add("record", header?.Value ?? "", "without metadata");
            return null;
        }
        var fields = metadata.Name.LocalName switch
        {
            "arXiv" => OaiMetadata.FromArxiv(metadata, problems),
            "arXivRaw" => OaiMetadata.FromArxivRaw(metadata, problems),
            "dc" => OaiMetadata.FromDublinCore(metadata, problems),
            _ => null,
        };
        if (fields is null)
        {
            problems.Add("metadata", metadata.Name.LocalName, "of a format that is not read");
            return null;
        }

        var id = ArxivText.Id("id", fields.Id, problems);
        if (id is null || Prose.LineOrNull(fields.Title) is not { } title)
        {
            if (problems.All.Count == 0) problems.Add("record", metadata.Value, "without an id or a title");
            return null;
        }
        return new ListedPaper
        {
            Title = title,
            Abstract = ArxivText.Abstract(fields.Abstract),
            ArxivId = id,
            Doi = fields.Doi,
            Url = ArxivText.Address(id),
            PublishedOn = fields.FirstDay is { } day && ArxivText.IsOfFirstVersion(id, day) ? day : null,
            AuthorNames = fields.Authors,
            AuthorCount = fields.Authors.Count > 0 ? fields.Authors.Count : null,
            Links = ArxivText.Links("comments", fields.Comments),
            ObservedAt = header is null
                ? null
                : UtcDay.StartOf(ArxivText.Day("datestamp", OaiMetadata.Child(header, "datestamp")?.Value, problems)),
            Details = new PaperDetails
            {
                Categories = fields.Categories,
                PrimaryCategory = ArxivCategories.First(fields.Categories),
                Versions = fields.Versions,
                IsWithdrawn = Withdrawal.From(fields.Comments, fields.Abstract)
                    ?? (fields.Versions is [.., var last] ? last.IsWithdrawn : null),
            },
            Rank = 0,
        };
    }
}
