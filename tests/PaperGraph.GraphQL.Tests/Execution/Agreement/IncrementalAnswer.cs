using System.Text.Json.Nodes;
using PaperGraph.GraphQL.Tests.Support;

namespace PaperGraph.GraphQL.Tests.Execution.Agreement;

/// <summary>
/// Puts the parts of an answer together as a client does, and holds that each is announced, handed out and completed once.
/// </summary>
internal static class IncrementalAnswer
{
    public static async Task<JsonNode?> MergeAsync(IAsyncEnumerable<GraphQLResponse> responses, string about)
    {
        var data = default(JsonNode);
        var pending = new Dictionary<string, JsonArray>();
        var hasNext = true;
        var isFirst = true;
        await foreach (var response in responses)
        {
            hasNext.ShouldBeTrue(about);
            var part = JsonNode.Parse(TestEngine.GetText(response))!.AsObject();
            if (isFirst)
            {
                part.ContainsKey("data").ShouldBeTrue($"{part}\n{about}");
                data = part["data"]?.DeepClone();
            }
            part.Count.ShouldBeGreaterThan(isFirst ? 0 : 1, about);
            isFirst = false;
            foreach (var announced in part["pending"] as JsonArray ?? [])
                pending.Add((string)announced!["id"]!, announced["path"]!.AsArray());
            foreach (var given in part["incremental"] as JsonArray ?? [])
            {
                var path = pending[(string)given!["id"]!].Concat(given["subPath"] as JsonArray ?? []);
                var target = path.Aggregate(data, (node, step) => step!.GetValueKind() == System.Text.Json.JsonValueKind.Number
                    ? node![(int)step!]
                    : node![(string)step!])!;
                foreach (var (name, value) in given["data"] as JsonObject ?? []) target.AsObject().Add(name, value?.DeepClone());
                foreach (var item in given["items"] as JsonArray ?? []) target.AsArray().Add(item?.DeepClone());
            }
            foreach (var completed in part["completed"] as JsonArray ?? []) pending.Remove((string)completed!["id"]!).ShouldBeTrue(about);
            hasNext = part["hasNext"] is { } next && (bool)next;
        }
        hasNext.ShouldBeFalse(about);
        pending.ShouldBeEmpty(about);
        return data;
    }
}
