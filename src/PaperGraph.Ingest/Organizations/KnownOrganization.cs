namespace PaperGraph.Ingest.Organizations;

/// <summary>A row of <c>organizations.tsv</c>.</summary>
/// <param name="Slug">The slug, in lower case.</param>
/// <param name="Parent">The slug of the organization that it is a part of.</param>
/// <param name="Aliases">Names that it goes by beside its name.</param>
/// <param name="Accounts">Its accounts as they are printed, each <c>host/account</c>.</param>
/// <param name="Ror">Its id in the Research Organization Registry.</param>
internal sealed record KnownOrganization(
    string Slug, string Name, string? Parent, IReadOnlyList<string> Aliases, IReadOnlyList<string> Accounts, string? Ror)
{
    private const char Tab = '\t';

    private static readonly string[] Columns = ["slug", "name", "parent", "names", "github", "huggingface", "elsewhere", "ror"];

    public static string Header { get; } = string.Join(Tab, Columns);

    /// <summary>Every name that people look for it by: its own, its aliases and its accounts, each once.</summary>
    public IReadOnlyList<string> Names =>
        [.. Aliases.Concat(Accounts.Select(account => account[(account.IndexOf('/', StringComparison.Ordinal) + 1)..]))
            .Prepend(Name).Distinct(StringComparer.Ordinal)];

    public static KnownOrganization Parse(string line)
    {
        if (line.Split(Tab) is not [var slug, var name, var parent, var aliases, var gitHub, var huggingFace, var elsewhere, var ror])
            throw new FormatException($"A row of the known organizations does not have {Columns.Length} columns: {line}");
        return new KnownOrganization(
            slug,
            name,
            parent.Length > 0 ? parent : null,
            aliases.Split('|', StringSplitOptions.RemoveEmptyEntries),
            [.. On("github.com", gitHub), .. On("huggingface.co", huggingFace), .. Words(elsewhere)],
            ror.Length > 0 ? ror : null);
    }

    private static IEnumerable<string> On(string host, string accounts) => Words(accounts).Select(account => $"{host}/{account}");

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
