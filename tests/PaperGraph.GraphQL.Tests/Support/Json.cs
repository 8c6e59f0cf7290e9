using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.GraphQL.Tests.Support;

internal static class Json
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The same JSON, the order of entries included, however it is laid out.</summary>
    public static async Task ShouldBeJson(this Task<string> actual, string expected) =>
        Lay(await actual).ShouldBe(Lay(expected));

    public static string Lay(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
