namespace PaperGraph.Model.Links;

/// <summary>Finds what addresses lead to.</summary>
public static class LinkTargetParser
{
    private static readonly string[] SiteHosts =
        [".github.io", ".gitlab.io", ".netlify.app", ".vercel.app", ".pages.dev", ".notion.site", ".readthedocs.io", ".webflow.io"];

    // Where they are given as the page of a project, they are something else all the same.
    private static readonly string[] OtherHosts = ["arxiv.org", "doi.org", "x.com", "twitter.com", "youtube.com", "youtu.be"];

    /// <summary>Null for what is no address, and for the front page of a host of code.</summary>
    public static LinkTarget? Parse(string value)
    {
        if (WebAddress.Parse(value) is not { } address) return null;
        if (address.Host is "raw.githubusercontent.com") address = address with { Host = "github.com" };
        if (CodeHosts.IsFlat(address.Host) || CodeHosts.IsNested(address.Host)) return RepositoryUrl.FromCodeHost(address);
        if (HuggingFaceUrl.IsHost(address.Host)) return HuggingFaceUrl.Parse(address);
        if (address.Host.EndsWith(".hf.space", StringComparison.Ordinal)) return new ResourceTarget(ResourceKind.Space, address.Url);
        return new ResourceTarget(IsSite(address) ? ResourceKind.ProjectPage : ResourceKind.Other, address.Url, SiteOwner(address.Host));
    }

    /// <summary>Parses a value that the source says is the page of the project.</summary>
    public static LinkTarget? ParseProjectPage(string value)
    {
        var target = Parse(value);
        return target is ResourceTarget { Kind: ResourceKind.Other } other && !OtherHosts.Contains(WebAddress.Parse(value)!.Host)
            ? AsProjectPage(other)
            : target;
    }

    public static ResourceTarget AsProjectPage(ResourceTarget target) =>
        new(ResourceKind.ProjectPage, target.Url, target.Owner, target.Name);

    private static bool IsSite(WebAddress address) =>
        Array.Exists(SiteHosts, host => address.Host.EndsWith(host, StringComparison.Ordinal))
        || address.Host == "sites.google.com"
        || address.Segments.Take(address.Segments.Count - 1).Any(segment => segment is "project" or "projects");

    // On these hosts the first label is the account.
    private static string? SiteOwner(string host) =>
        host.EndsWith(".github.io", StringComparison.Ordinal) || host.EndsWith(".gitlab.io", StringComparison.Ordinal)
            ? host[..host.IndexOf('.', StringComparison.Ordinal)]
            : null;
}
