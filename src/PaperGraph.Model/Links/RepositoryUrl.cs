using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PaperGraph.Model.Links;

/// <summary>Addresses of repositories of code.</summary>
public static partial class RepositoryUrl
{
    // First segments on GitHub that are no account.
    private static readonly FrozenSet<string> GitHubPages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "account", "advisories", "apps", "blog", "codespaces", "collections", "contact", "copilot", "customer-stories",
        "dashboard", "discussions", "enterprise", "enterprises", "events", "explore", "features", "gist", "gists", "integrations", "issues",
        "join", "login", "logout", "marketplace", "mobile", "new", "newsroom", "notifications", "organizations", "premium-support",
        "pricing", "pulls", "readme", "resources", "search", "security", "sessions", "settings", "signup", "site", "solutions", "sponsors",
        "stars", "stories", "team", "topics", "trending", "user-attachments", "users", "watching", "why-github");

    // First parts of addresses that are pages of GitLab itself, and no owners.
    private static readonly FrozenSet<string> GitLabSite = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "-", "api", "assets", "dashboard", "explore", "groups", "help", "oauth", "profile", "projects", "public", "search", "uploads",
        "users");

    private static readonly FrozenSet<string> GitLabPages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "tree", "blob", "raw", "blame", "commit", "commits", "issues", "merge_requests", "wikis", "tags", "releases");

    /// <summary>
    /// The repository that an address leads into, whatever follows its name; false for the address of an owner alone, for
    /// other sites and for what is no address.
    /// </summary>
    public static bool TryParse(string? value, [NotNullWhen(true)] out RepositoryTarget? repository)
    {
        repository = value is null ? null : LinkTargetParser.Parse(value) as RepositoryTarget;
        return repository is not null;
    }

    /// <summary>
    /// The key of the repository at an address as one would paste it: <c>https://www.github.com/OpenAI/CLIP.git</c> is
    /// <c>github.com/openai/clip</c>. Null where it is no repository's address.
    /// </summary>
    public static string? ParseKey(string address) => TryParse(address, out var repository) ? repository.Key : null;

    /// <summary>A repository, an account (PROFILE), another page of the host (OTHER), or null for its front page.</summary>
    internal static LinkTarget? FromCodeHost(WebAddress address)
    {
        if (address.Segments is not [var first, ..]) return null;
        if (CodeHosts.IsNested(address.Host)) return OfGroups(address);

        var isGitHub = address.Host == "github.com";
        if (isGitHub && first.Equals("orgs", StringComparison.OrdinalIgnoreCase) && address.Segments is [_, var organization, ..])
            return Profile(address.Host, organization);
        if (isGitHub && GitHubPages.Contains(first)) return new ResourceTarget(ResourceKind.Other, address.Url);
        return address.Segments is [_, var second, ..] ? Repository(address.Host, first, second) : Profile(address.Host, first);
    }

    private static LinkTarget? OfGroups(WebAddress address)
    {
        if (GitLabSite.Contains(address.Segments[0])) return new ResourceTarget(ResourceKind.Other, address.Url);
        var path = address.Segments
            .TakeWhile((segment, index) => segment != "-" && !(index >= 2 && GitLabPages.Contains(segment)))
            .ToArray();
        return path switch
        {
            [] => null,
            [var owner] => Profile(address.Host, owner),
            [.. var owners, var name] => Repository(address.Host, string.Join('/', owners), name),
        };
    }

    private static LinkTarget? Repository(string host, string owner, string name)
    {
        if (name.EndsWith(".git", StringComparison.OrdinalIgnoreCase)) name = name[..^".git".Length];
        name = NamePattern().Match(name).Value.TrimEnd('.');
        if (!OwnerPattern().IsMatch(owner)) return null;
        if (name.Length == 0) return Profile(host, owner);
        // Groups within groups without end are nobody's, and no index holds them.
        return new RepositoryTarget(host, owner, name) is { Key.Length: <= TextLimits.Name } target ? target : null;
    }

    private static ResourceTarget? Profile(string host, string owner) =>
        OwnerPattern().IsMatch(owner) ? new ResourceTarget(ResourceKind.Profile, $"https://{host}/{owner}", owner) : null;

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnerPattern();

    // What follows it, such as an apostrophe and a letter, is of the sentence.
    [GeneratedRegex("^[A-Za-z0-9_.-]{1,200}", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
