using System.Text.Json;

namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>
/// The works of OpenAlex that pass a filter, by cursor
/// (https://docs.openalex.org/how-to-use-the-api/get-lists-of-entities/paging).
/// </summary>
internal sealed class OpenAlexWalk(Uri service, string filter) : ApiWalk
{
    private const string PageSize = "100";

    public override Uri First => Of("*");

    protected override string Question => $"works of {service} by {filter}";

    protected override string Format => "JSON";

    protected override WalkPage ReadAnswer(Uri address, string? restart, Stream answer)
    {
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object) return WalkPage.Unusable("it is no object");

        // A wrong question is answered with a status of success, too.
        if (!root.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
        {
            return root.TryGetProperty("error", out _) && root.TryGetProperty("message", out var message)
                ? WalkPage.Refused(message.ToString())
                : WalkPage.Unusable("it has no “results”");
        }
        var next = root.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("next_cursor", out var cursor) && cursor.ValueKind == JsonValueKind.String
                ? cursor.GetString()
                : null;
        return new WalkPage { Next = next is null || results.GetArrayLength() == 0 ? null : Of(next) };
    }

    private Uri Of(string cursor) => Address(service, "/works", ("filter", filter), ("per-page", PageSize), ("cursor", cursor));
}
