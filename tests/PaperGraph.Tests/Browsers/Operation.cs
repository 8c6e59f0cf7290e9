using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PaperGraph.Tests.Browsers;

/// <summary>What a request to GraphQL asks.</summary>
internal static partial class Operation
{
    /// <summary>The name of the operation and its document; null where the request posts none.</summary>
    public static (string Name, string Document)? Of(IRequest request)
    {
        if (request.Method != "POST" || request.PostData is not { } body) return null;
        using var posted = JsonDocument.Parse(body);
        return posted.RootElement.TryGetProperty("query", out var query) && query.GetString() is { } document
            ? (Name().Match(document).Value, document)
            : null;
    }

    [GeneratedRegex(@"(?<=^\s*(query|mutation|subscription)\s+)\w+", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
