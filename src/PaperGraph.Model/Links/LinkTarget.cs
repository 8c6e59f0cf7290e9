namespace PaperGraph.Model.Links;

/// <summary>What a link leads to: a <see cref="RepositoryTarget"/> or a <see cref="ResourceTarget"/>.</summary>
public abstract record LinkTarget
{
    private protected LinkTarget(string url) => Url = url;

    /// <summary>The normalised address: https, no <c>www.</c>, no trailing slash, no fragment.</summary>
    public string Url { get; }
}

/// <summary>A repository of code.</summary>
public sealed record RepositoryTarget : LinkTarget
{
    internal RepositoryTarget(string host, string owner, string name) : base($"https://{host}/{owner}/{name}")
    {
        Host = host;
        Owner = owner;
        Name = name;
        Key = CodeHosts.IgnoresCase(host) ? $"{host}/{owner}/{name}".ToLowerInvariant() : $"{host}/{owner}/{name}";
    }

    /// <summary>The host in lower case, such as <c>github.com</c>.</summary>
    public string Host { get; }

    /// <summary>The owner as printed. On hosts with groups within groups, the whole path of the group.</summary>
    public string Owner { get; }

    /// <summary>The name as printed, without <c>.git</c>.</summary>
    public string Name { get; }

    /// <summary>The identity, <c>host/owner/name</c>: lower case where the host does not distinguish case.</summary>
    public string Key { get; }
}

/// <summary>Anything on the web that is not a repository.</summary>
public sealed record ResourceTarget : LinkTarget
{
    internal ResourceTarget(ResourceKind kind, string url, string? owner = null, string? name = null) : base(url)
    {
        Kind = kind;
        Owner = owner;
        Name = name;
    }

    public ResourceKind Kind { get; }

    /// <summary>The account that it belongs to, as printed, where the address says so.</summary>
    public string? Owner { get; }

    /// <summary>Its name within the account, as printed, where the address says so.</summary>
    public string? Name { get; }
}
