using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Npgsql;
using PaperGraph.Data.Fetching;
using PaperGraph.Model;
using PaperGraph.Sources;
using PaperGraph.Sources.Ids;

namespace PaperGraph.Ingest.Fetching;

/// <summary>
/// Fetches papers by their identifiers, some dozens at a time, from who keeps these: arXiv ids from arXiv's API, DOIs and ids of OpenAlex
/// from OpenAlex, others from Semantic Scholar. A list that was cut off goes on behind the last part that is stored.
/// </summary>
internal sealed class PaperLookup(NpgsqlDataSource dataSource, Fetcher fetcher, FetchOptions settings, TimeProvider time)
{
    /// <summary>What both APIs take at once.</summary>
    private const int PartSize = 50;

    private const string ScholarFields = "title,abstract,externalIds,url,authors,publicationDate";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async IAsyncEnumerable<ImportSource> FetchAsync(
        IReadOnlyList<PaperReference> references, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parts = Parts(references).ToList();
        var walk = Name(parts);
        var begun = await FetchStore.FindWalkAsync(dataSource, walk, cancellationToken);
        var first = begun is null ? 0 : int.Parse(begun.Next, CultureInfo.InvariantCulture);
        var isWhole = true;
        for (var i = first; i < parts.Count; i++)
        {
            var (address, asked) = parts[i];
            var fetched = await fetcher.FetchAsync(address, known: null, cancellationToken);
            var answer = fetched.Body is { } body ? await AnswerAsync(body, cancellationToken) : null;
            if (answer is null)
            {
                await fetched.DisposeAsync();
                isWhole &= fetched.Failure is { SaysNothingIsThere: true };
                foreach (var reference in asked) yield return ImportSource.From(Failed(reference, fetched));
                continue;
            }
            // Semantic Scholar is asked for one paper, which it may know by another id than the one that it was asked by.
            var isAnswered = asked is [{ Identifier.Kind: PaperIdKind.SemanticScholar }] && answer.Count > 0;
            foreach (var unknown in asked.Where(reference => !isAnswered && !answer.Contains(Key(reference.Identifier))))
                yield return ImportSource.From(Unknown(unknown, address));

            // A part that failed is asked for again by the same command, with those behind it.
            var next = i + 1 < parts.Count ? (i + 1).ToString(CultureInfo.InvariantCulture) : null;
            yield return new ImportSource(address.AbsoluteUri, () => fetched.Body!)
            {
                Content = fetched.Content,
                IsAnswer = true,
                WrittenAt = time.GetUtcNow(),
                Step = isWhole ? new WalkStep(walk, next, Restart: null) : null,
            };
        }
    }

    private static ReadProblem Failed(PaperReference reference, Fetched fetched) => fetched.Failure switch
    {
        { SaysNothingIsThere: true } => Unknown(reference, fetched.Address),
        { } failure => reference.Problem($"It could not be fetched from {fetched.Address}: {failure.Message}", failure.Advice),
        null => reference.Problem(
            $"What {fetched.Address} gives holds no papers, or not all of them.", "Try again later, or look at what the address gives."),
    };

    private static ReadProblem Unknown(PaperReference reference, Uri address) => reference.Problem(
        $"{address.Host} knows no paper by this id.", "Check it; where it is right, give the paper itself.");

    private static string Name(IEnumerable<(Uri Address, IReadOnlyList<PaperReference> Asked)> parts)
    {
        var addresses = Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => part.Address)));
        return $"papers {Convert.ToHexStringLower(SHA256.HashData(addresses))}";
    }

    private IEnumerable<(Uri Address, IReadOnlyList<PaperReference> Asked)> Parts(IReadOnlyList<PaperReference> references)
    {
        IEnumerable<PaperReference[]> Of(PaperIdKind kind, int size) =>
            references.Where(reference => reference.Identifier.Kind == kind).Chunk(size);

        foreach (var part in Of(PaperIdKind.Arxiv, PartSize))
            yield return (At(settings.Arxiv, $"/api/query?id_list={string.Join(',', Ids(part))}&max_results={PartSize}"), part);
        foreach (var part in Of(PaperIdKind.Doi, PartSize))
        {
            // In a filter a comma begins another condition, and a bar another value.
            var plain = part.Where(reference => reference.Identifier.Id.IndexOfAny([',', '|']) < 0).ToList();
            if (plain.Count > 0) yield return (Works($"doi:{string.Join('|', Ids(plain))}"), plain);
            foreach (var other in part.Except(plain))
                yield return (At(settings.OpenAlex, $"/works/doi:{Uri.EscapeDataString(other.Identifier.Id)}"), [other]);
        }
        foreach (var part in Of(PaperIdKind.OpenAlex, PartSize)) yield return (Works($"ids.openalex:{string.Join('|', Ids(part))}"), part);
        foreach (var part in Of(PaperIdKind.SemanticScholar, 1))
            yield return (At(settings.SemanticScholar, $"/graph/v1/paper/{part[0].Identifier.Id}?fields={ScholarFields}"), part);
    }

    private static IEnumerable<string> Ids(IEnumerable<PaperReference> references) =>
        references.Select(reference => reference.Identifier.Id).Distinct();

    private Uri Works(string filter) => At(settings.OpenAlex, $"/works?filter={Uri.EscapeDataString(filter)}&per-page={PartSize}");

    private static Uri At(Uri service, string path) => new($"{service.AbsoluteUri.TrimEnd('/')}{path}");

    /// <summary>Identifiers that name one paper have one key.</summary>
    private static (PaperIdKind Kind, string Id) Key(PaperIdentifier identifier) => identifier.Kind switch
    {
        PaperIdKind.Arxiv => (PaperIdKind.Arxiv, ArxivIds.ToKey(identifier.Id)),
        _ => (identifier.Kind, identifier.Id.ToLowerInvariant()),
    };

    /// <summary>The identifiers that an answer gives papers for; null where it is none.</summary>
    private static async Task<HashSet<(PaperIdKind, string)>?> AnswerAsync(Stream body, CancellationToken cancellationToken)
    {
        var known = new HashSet<(PaperIdKind, string)>();
        try
        {
            if (body.ReadByte() == '<')
            {
                body.Position = 0;
                using var reader = XmlReader.Create(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, Async = true });
                var feed = (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken)).Root!;
                if (feed.Name != Atom + "feed") return null;
                foreach (var entry in feed.Elements(Atom + "entry"))
                    if (PaperIdentifier.Parse(entry.Element(Atom + "id")?.Value ?? "") is { } id) known.Add(Key(id));
            }
            else
            {
                body.Position = 0;
                using var json = await JsonDocument.ParseAsync(body, default, cancellationToken);
                if (!TryAdd(json.RootElement, known)) return null;
            }
            return known;
        }
        catch (Exception exception) when (exception is XmlException or JsonException)
        {
            return null;
        }
        finally
        {
            body.Position = 0;
        }
    }

    private static bool TryAdd(JsonElement answer, HashSet<(PaperIdKind, string)> known)
    {
        if (answer.ValueKind != JsonValueKind.Object) return false;
        if (answer.TryGetProperty("results", out var results) && results.ValueKind == JsonValueKind.Array)
        {
            foreach (var work in results.EnumerateArray()) TryAdd(work, known);
            return true;
        }
        var before = known.Count;
        foreach (var name in (string[])["id", "doi", "paperId"])
        {
            if (answer.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
                && PaperIdentifier.Parse(text.GetString()!) is { } id) known.Add(Key(id));
        }
        if (answer.TryGetProperty("corpusId", out var corpus) && corpus.ValueKind == JsonValueKind.Number)
            known.Add((PaperIdKind.SemanticScholar, $"corpusid:{corpus}"));
        return known.Count > before;
    }
}
