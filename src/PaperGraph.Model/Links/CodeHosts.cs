using System.Collections.Frozen;

namespace PaperGraph.Model.Links;

/// <summary>The hosts of code whose addresses are understood.</summary>
internal static class CodeHosts
{
    /// <summary>Hosts whose repositories stand at <c>/owner/name</c>.</summary>
    private static readonly FrozenSet<string> Flat = ["github.com", "gitee.com", "bitbucket.org", "codeberg.org", "gitcode.com"];

    /// <summary>GitLab and its installations: a repository ends its path, or stands before <c>/-/</c>; groups may nest.</summary>
    private static readonly FrozenSet<string> Nested = ["gitlab.com"];

    public static bool IsFlat(string host) => Flat.Contains(host);

    public static bool IsNested(string host) => Nested.Contains(host) || host.StartsWith("gitlab.", StringComparison.Ordinal);

    public static bool IgnoresCase(string host) => IsFlat(host) || IsNested(host);
}
