using PaperGraph.Concepts;
using PaperGraph.Concepts.Linking;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Citations;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Links;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Data.Topics;
using PaperGraph.Model;

namespace PaperGraph.GeneratedGraph;

/// <summary>The rows of papers, in each table that holds a part of them.</summary>
internal static class PaperTableCopies
{
    public const string Source = "generated";

    public const string Extractor = "generator";

    public const string Version = "1";

    /// <summary>What copies the papers, one function a table; those that take longest first.</summary>
    public static IEnumerable<Func<CancellationToken, Task>> Copies(GraphTables tables, IReadOnlyList<GeneratedPaper> papers)
    {
        yield return tables.Of<Paper>().Copy(papers.Select(paper => new
        {
            paper.Id,
            Identity = PaperIdentity.FromArxiv(paper.ArxivId),
            paper.Slug,
            paper.Title,
            paper.Abstract,
            paper.ArxivId,
            paper.Doi,
            Url = $"https://arxiv.org/abs/{paper.ArxivId}",
            paper.PublishedOn,
            PublishedOnInferred = false,
            AuthorCount = paper.Authors.Count,
            paper.CommentCount,
            paper.UpvoteCount,
            CitationCount = (int?)null,
            IsWithdrawn = paper.Number % 1_000 == 13,
            paper.ListedOn,
            ImportedAt = ImportedAt(paper),
        }));
        yield return tables.Of<StoredFeatures>().Copy(
            from paper in papers
            let features = PaperFeatures.From(Linkable(paper))
            select new
            {
                PaperId = paper.Id,
                PaperLinker.Version,
                MadeOf = 0L,
                features.Packed,
                ConceptIds = features.Concepts,
                OrganizationIds = features.Organizations,
                RepositoryIds = features.Repositories,
            });
        yield return tables.Of<RelatedPaperList>().Copy(papers.Select(paper => new
        {
            PaperId = paper.Id,
            RelatedIds = paper.Related.Select(related => related.Paper + 1L).ToArray(),
            Scores = paper.Related.Select(related => related.Score).ToArray(),
            Levels = Levels(paper),
        }));
        yield return tables.Of<Mention>().Copy(
            from paper in papers
            from mention in paper.Mentions
            let surface = paper.Text(mention.Field).Substring(mention.Start, mention.Length)
            select new
            {
                PaperId = paper.Id,
                mention.Field,
                mention.Start,
                mention.Length,
                Surface = surface,
                Key = NameKey.Create(surface),
                Kind = GeneratedNames.ConceptKindOf(mention.Concept),
                Score = 0.5f,
                Origin = ConceptNameOrigin.Name,
                Extractor,
                Version,
                ConceptId = mention.Concept + 1L,
                ResolvedBy = MentionResolution.Text,
                Confidence = 1f,
            });
        yield return tables.Of<PaperConcept>().Copy(
            from paper in papers
            from concept in paper.Concepts
            select new { PaperId = paper.Id, ConceptId = concept.Concept + 1L, concept.Weight, paper.PublishedOrder });
        yield return tables.Of<Listing>().Copy(papers.SelectMany(paper => paper.Listings.Select((listing, i) => new
        {
            Id = ListingId(paper, i),
            PaperId = paper.Id,
            PageId = listing.Page + 1L,
            listing.Rank,
            Line = (int?)null,
            paper.Title,
            TitleKey = TitleKey.Create(paper.Title),
            Abstract = (string?)null,
            paper.ArxivId,
            paper.Doi,
            Url = (string?)null,
            paper.PublishedOn,
            PublishedOnInferred = false,
            AuthorCount = paper.Authors.Count,
            AuthorNames = paper.Authors.Select(GeneratedNames.Author).ToArray(),
            listing.CommentCount,
            listing.UpvoteCount,
            OrganizationId = paper.Organizations is [var (organization, _), ..] ? organization + 1L : (long?)null,
            ListedOn = listing.Day,
            ListedOnInferred = false,
            OpenAlexId = (string?)null,
            SemanticScholarId = (string?)null,
            Details = (string?)null,
            StarCount = (int?)null,
            ObservedAt = new DateTimeOffset(listing.Day, TimeOnly.MinValue, TimeSpan.Zero),
            LastObservedAt = new DateTimeOffset(listing.Day, TimeOnly.MinValue, TimeSpan.Zero),
            ObservedAtStated = false,
            Digest = ListingId(paper, i),
        })));
        yield return tables.Of<PaperEvidence>().Copy(papers.SelectMany(paper => Stated(paper).Select((stated, i) => new
        {
            Id = 100 * paper.Id + i,
            PaperId = paper.Id,
            stated.OrganizationId,
            stated.Role,
            stated.RepositoryId,
            FormerKey = (string?)null,
            stated.ResourceId,
            IsOfficial = (bool?)null,
            ListingId = ListingId(paper, 0),
            Source,
            SourceUrl = (string?)null,
            stated.Field,
            stated.Quote,
            Start = (int?)null,
            Length = (int?)null,
            Extractor,
            Version,
            Confidence = 1f,
        })));
        yield return tables.Of<PaperDisagreement>().Copy(
            from paper in papers
            where paper.Id % 40 == 0
            select new { PaperId = paper.Id, Field = MetadataField.PublishedOn, paper.PublishedOrder });
        yield return tables.Of<CodePromise>().Copy(
            from paper in papers
            where paper.Id % 10 == 0
            select new { PaperId = paper.Id, Field = TextField.Title, Start = 0, Quote = paper.Title, Extractor, Version });
        yield return tables.Of<PaperKey>().Copy(
            from paper in papers
            from key in Keys(paper)
            select new { key.Kind, key.Key, PaperId = paper.Id });
        yield return tables.Of<Authorship>().Copy(papers.SelectMany(paper => paper.Authors.Select((author, i) => new
        {
            PaperId = paper.Id,
            Position = i + 1,
            AuthorId = author + 1L,
            Name = GeneratedNames.Author(author),
            NameKey = GeneratedNames.OpenAlexIdOfAuthor(author) is null ? null : NameKey.Create(GeneratedNames.Author(author)),
            Orcid = (string?)null,
            OpenAlexId = GeneratedNames.OpenAlexIdOfAuthor(author),
            SemanticScholarId = (string?)null,
            paper.PublishedOrder,
        })));
        yield return tables.Of<Affiliation>().Copy(
            from paper in papers
            where paper.Organizations.Count > 0
            let organization = paper.Organizations[0].Organization
            from author in paper.Authors.Select((author, i) => (Number: author, Position: i + 1))
            where GeneratedNames.OpenAlexIdOfAuthor(author.Number) is not null
            select new
            {
                PaperId = paper.Id,
                author.Position,
                Number = 1,
                OrganizationId = organization + 1L,
                Name = GeneratedNames.Organization(organization),
                Source,
            });
        yield return tables.Of<Citation>().Copy(
            from paper in papers
            from cited in paper.Cited
            select new { PaperId = paper.Id, CitedPaperId = cited + 1L, paper.PublishedOrder });
        yield return tables.Of<PaperCategory>().Copy(papers.Select(paper => new
        {
            PaperId = paper.Id,
            Category = paper.Number % 3 == 0 ? "cs.LG" : "cs.CL",
            Position = 0,
            Source,
            paper.PublishedOrder,
        }));
        yield return tables.Of<PaperOrganization>().Copy(
            from paper in papers
            from edge in paper.Organizations
            select new { PaperId = paper.Id, OrganizationId = edge.Organization + 1L, edge.Role, paper.PublishedOrder });
        yield return tables.Of<PaperRepository>().Copy(
            from paper in papers
            from repository in paper.Repositories
            select new
            {
                PaperId = paper.Id,
                RepositoryId = repository + 1L,
                IsOfficial = repository % 2 == 0 ? true : (bool?)null,
                paper.PublishedOrder,
            });
        yield return tables.Of<PaperResource>().Copy(
            from paper in papers
            from resource in paper.Resources
            select new { PaperId = paper.Id, ResourceId = resource + 1L });
        yield return tables.Of<PaperTopic>().Copy(papers.SelectMany(paper => paper.Topics.Select((topic, i) => new
        {
            PaperId = paper.Id,
            TopicId = topic + 1L,
            Score = 1f / (i + 1),
            Source = (string?)null,
            paper.PublishedOrder,
        })));
        yield return tables.Of<Keyphrase>().Copy(
            from paper in papers
            from phrase in paper.Keyphrases
            let name = $"Un{GeneratedNames.Concept(phrase)}"
            select new
            {
                paper.Id,
                PaperId = paper.Id,
                Key = NameKey.Create(name),
                Phrase = name,
                Weight = 0.5f,
                MentionKeys = new[] { NameKey.Create(name) },
            });
        yield return tables.Of<Extraction>().Copy(papers.Select(paper => new { PaperId = paper.Id, Extractor, Version, TextHash = 0L }));
    }

    public static LinkablePaper Linkable(GeneratedPaper paper) => new(
        paper.Id,
        PaperIdentity.FromArxiv(paper.ArxivId),
        [.. paper.Concepts.Select(concept => new LinkableConcept(
            new LinkableEntity(concept.Concept + 1L, NameKey.Create(GeneratedNames.Concept(concept.Concept))),
            GeneratedNames.ConceptKindOf(concept.Concept),
            concept.Weight,
            PaperWords.In([GeneratedNames.Concept(concept.Concept)])))],
        PaperWords.From(new PaperText(paper.Title, paper.Abstract)),
        [.. paper.Organizations.Select(edge => new LinkableEntity(edge.Organization + 1L, $"{edge.Organization}"))],
        [.. paper.Repositories.Select(repository => new LinkableEntity(repository + 1L, $"{repository}"))]);

    /// <summary>As if as many papers had each feature as have a rare one; there are never more than these places.</summary>
    private static byte[] Levels(GeneratedPaper paper)
    {
        const int MaxWords = 64;
        var features = paper.Concepts.Count + paper.Organizations.Count + paper.Repositories.Count + MaxWords;
        return [20, .. Enumerable.Repeat((byte)3, features)];
    }

    private static IEnumerable<StatedValue> Stated(GeneratedPaper paper) =>
    [
        .. paper.Organizations.Select(edge =>
            new StatedValue(
                "organization", GeneratedNames.Organization(edge.Organization)) { OrganizationId = edge.Organization + 1L,
                Role = edge.Role }),
        .. paper.Repositories.Select(repository =>
            new StatedValue("githubRepo", SharedRows.UrlOf(repository)) { RepositoryId = repository + 1L }),
        .. paper.Resources.Select(resource =>
            new StatedValue("projectPage", SharedRows.UrlOfResource(resource)) { ResourceId = resource + 1L }),
    ];

    private static IEnumerable<(PaperKeyKind Kind, string Key)> Keys(GeneratedPaper paper)
    {
        yield return (PaperKeyKind.Slug, paper.Slug);
        yield return (PaperKeyKind.Arxiv, ArxivIds.ToKey(paper.ArxivId));
        yield return (PaperKeyKind.Title, TitleKey.Create(paper.Title));
        if (paper.Doi is { } doi) yield return (PaperKeyKind.Doi, doi);
    }

    private static DateTimeOffset ImportedAt(GeneratedPaper paper) =>
        new(paper.Listings[0].Day, new TimeOnly(6, 0).Add(TimeSpan.FromSeconds(paper.Listings[0].Rank)), TimeSpan.Zero);

    private static long ListingId(GeneratedPaper paper, int i) => 2 * paper.Id + i;

    /// <summary>A value that the source states, and what it speaks of.</summary>
    private sealed record StatedValue(string Field, string Quote)
    {
        public long? OrganizationId { get; init; }

        public OrganizationRole? Role { get; init; }

        public long? RepositoryId { get; init; }

        public long? ResourceId { get; init; }
    }
}
