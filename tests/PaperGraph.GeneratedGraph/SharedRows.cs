using System.Security.Cryptography;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Data.Topics;
using PaperGraph.Model;

namespace PaperGraph.GeneratedGraph;

/// <summary>The rows of what papers share, written when all papers are counted.</summary>
internal static class SharedRows
{
    private const string Host = "github.com";

    public static string UrlOf(int repository)
    {
        var (owner, name) = GeneratedNames.Repository(repository);
        return $"https://{Host}/{owner}/{name}";
    }

    public static string UrlOfResource(int resource) => $"https://example.org/{resource}";

    /// <summary>What copies the rows, one function a table.</summary>
    public static IEnumerable<Func<CancellationToken, Task>> Copies(
        GraphTables tables, GraphSize size, PaperGenerator generator, PaperCounts counts)
    {
        yield return tables.Of<Concept>().Copy(Numbers(size.Concepts).Select(concept => new
        {
            Id = concept + 1L,
            Slug = Slug.Create(GeneratedNames.Concept(concept)),
            Name = GeneratedNames.Concept(concept),
            Kind = GeneratedNames.ConceptKindOf(concept),
            Key = NameKey.Create(GeneratedNames.Concept(concept)),
            PaperCount = counts.OfConcepts[concept],
            Specificity = Specificity(counts.OfConcepts[concept], size.Papers),
            Digest = 0L,
        }));
        yield return tables.Of<ConceptSlug>().Copy(Numbers(size.Concepts).Select(concept => new
        {
            Slug = Slug.Create(GeneratedNames.Concept(concept)),
            ConceptId = concept + 1L,
        }));
        yield return tables.Of<ConceptName>().Copy(Numbers(size.Concepts).Select(concept => new
        {
            ConceptId = concept + 1L,
            Name = GeneratedNames.Concept(concept),
            Key = NameKey.Create(GeneratedNames.Concept(concept)),
            MentionCount = counts.MentionsOfConcepts[concept],
            Origin = ConceptNameOrigin.Name,
        }));
        yield return tables.Of<ConceptTopic>().Copy(Numbers(size.Concepts).Select(concept => new
        {
            ConceptId = concept + 1L,
            TopicId = concept * 31L % GraphSize.Topics + 1,
        }));
        yield return tables.Of<Author>().Copy(Numbers(size.Authors).Select(author => new
        {
            Id = author + 1L,
            Slug = Slug.Create(GeneratedNames.Author(author)),
            Name = GeneratedNames.Author(author),
            NameKey = NameKey.Create(GeneratedNames.Author(author)),
            SourceId = GeneratedNames.OpenAlexIdOfAuthor(author) is { } id ? AuthorKey.OpenAlex + id : null,
            PaperCount = counts.OfAuthors[author],
        }));
        yield return tables.Of<Organization>().Copy(Numbers(size.Organizations).Select(organization => new
        {
            Id = organization + 1L,
            Slug = Slug.Create(GeneratedNames.Organization(organization)),
            Name = GeneratedNames.Organization(organization),
            ParentId = organization % 20 == 19 ? organization / 20 + 1L : (long?)null,
            Ror = organization % 3 == 0 ? $"0ror{organization:00000}" : null,
            CountryCode = organization % 3 == 0 ? "DE" : null,
            PaperCount = counts.OfOrganizations[organization],
        }));
        yield return tables.Of<OrganizationSlug>().Copy(Numbers(size.Organizations).Select(organization => new
        {
            Slug = Slug.Create(GeneratedNames.Organization(organization)),
            OrganizationId = organization + 1L,
            IsStated = true,
        }));
        yield return tables.Of<OrganizationName>().Copy(Numbers(size.Organizations).Select(organization => new
        {
            OrganizationId = organization + 1L,
            Name = GeneratedNames.Organization(organization),
            PaperTableCopies.Source,
            LastSeenOn = (DateOnly?)null,
        }));
        yield return tables.Of<Repository>().Copy(Numbers(size.Repositories).Select(repository =>
        {
            var (owner, name) = GeneratedNames.Repository(repository);
            return new
            {
                Id = repository + 1L,
                Host,
                Owner = owner,
                Name = name,
                Key = $"{Host}/{owner}/{name}",
                Url = UrlOf(repository),
                OrganizationId = repository % 3 == 0 ? repository / 3 % size.Organizations + 1L : (long?)null,
                PaperCount = counts.OfRepositories[repository],
            };
        }));
        yield return tables.Of<Resource>().Copy(Numbers(size.Resources).Select(resource => new
        {
            Id = resource + 1L,
            Kind = ResourceKind.ProjectPage,
            Url = UrlOfResource(resource),
            Name = (string?)null,
            OrganizationId = (long?)null,
        }));
        yield return tables.Of<Topic>().Copy(Numbers(GraphSize.Topics).Select(topic => new
        {
            Id = topic + 1L,
            Slug = Slug.Create(GeneratedNames.Topic(topic)),
            Name = GeneratedNames.Topic(topic),
            ParentId = topic < GraphSize.RootTopics ? (long?)null : GeneratedNames.RootOfTopic(topic) + 1L,
            Taxonomy = (string?)null,
            Position = topic + 1,
            PaperCount = counts.OfTopics[topic],
        }));
        yield return tables.Of<Page>().Copy(Numbers(size.Pages).Select(page => new
        {
            Id = page + 1L,
            PaperTableCopies.Source,
            ContentHash = SHA256.HashData(BitConverter.GetBytes(page)),
            Name = $"{generator.DayOf(page):yyyy-MM-dd}.json",
            ListedOn = generator.DayOf(page),
            ListedOnInferred = false,
            SavedOn = (DateOnly?)null,
            FirstWrittenAt = (DateTimeOffset?)null,
            WrittenAt = (DateTimeOffset?)null,
            Reading = (long?)null,
            ImportedAt = Time(generator.DayOf(page)),
        }));
        yield return tables.Of<ImportRun>().Copy(new[]
        {
            new
            {
                Id = 1L,
                StartedAt = Time(PaperGenerator.FirstDay),
                FinishedAt = Time(generator.DayOf(size.Pages)),
                State = ImportState.Done,
                Sources = new[] { PaperTableCopies.Source },
                size.Pages,
                PapersAdded = size.Papers,
                PapersChanged = 0,
                ListingsAdded = size.Papers,
                Problems = 0,
            },
        });
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static DateTimeOffset Time(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>From 0, of what every paper has, to 1, of what one alone has.</summary>
    private static float Specificity(int papers, int all) =>
        papers == 0 ? 1 : (float)Math.Clamp(1 - Math.Log(papers) / Math.Log(all), 0, 1);
}
