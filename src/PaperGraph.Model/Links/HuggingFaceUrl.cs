using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperGraph.Model.Links;

/// <summary>Addresses on huggingface.co.</summary>
internal static partial class HuggingFaceUrl
{
    private const string Host = "https://huggingface.co";

    // First segments that are no account.
    private static readonly FrozenSet<string> Pages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "api", "blog", "chat", "docs", "enterprise", "inference-api", "join", "learn", "login", "models", "new", "papers", "posts",
        "pricing", "privacy", "search", "settings", "tasks", "terms-of-service", "transformers");

    public static bool IsHost(string host) => host is "huggingface.co" or "hf.co";

    public static ResourceTarget? Parse(WebAddress address) => address.Segments switch
    {
        [] => null,
        ["datasets", var owner, var name, ..] => Owned(ResourceKind.Dataset, "/datasets", owner, name),
        ["datasets", var name] => new ResourceTarget(ResourceKind.Dataset, $"{Host}/datasets/{name}", null, name),
        ["spaces", var owner, var name, ..] => Owned(ResourceKind.Space, "/spaces", owner, name),
        ["collections", var owner, var name, ..] => Owned(ResourceKind.Collection, "/collections", owner, name),
        ["organizations", var owner, ..] => Profile(owner),
        ["spaces" or "collections", var owner] => Profile(owner),
        ["spaces" or "datasets" or "collections"] => Other(address),
        [var first, ..] when Pages.Contains(first) => Other(address),
        [var model] when FirstModelPattern().IsMatch(model) => new ResourceTarget(ResourceKind.Model, $"{Host}/{model}", null, model),
        [var owner] => Profile(owner),
        [var owner, "collections" or "models" or "datasets" or "spaces", ..] => Profile(owner),
        [var owner, var name, ..] => Owned(ResourceKind.Model, "", owner, name),
    };

    private static ResourceTarget Owned(ResourceKind kind, string folder, string owner, string name) =>
        new(kind, $"{Host}{folder}/{owner}/{name}", owner, name);

    private static ResourceTarget Profile(string owner) => new(ResourceKind.Profile, $"{Host}/{owner}", owner);

    private static ResourceTarget Other(WebAddress address) =>
        new(ResourceKind.Other, Host + address.Join(address.Segments, address.Query)[$"https://{address.Host}".Length..]);

    // The first models had no account.
    [GeneratedRegex("^(?:gpt2|distilgpt2|(?:bert|roberta|distilbert|distilroberta|t5|xlnet|albert|xlm|gpt2|camembert)-[a-z0-9-]+)$")]
    private static partial Regex FirstModelPattern();
}
