using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Ingest.Organizations;

/// <summary>
/// The organizations that readers of the field know, with what they are called and the accounts that are theirs. An account is
/// known on its own host only: the same name elsewhere may be anybody's.
/// </summary>
internal sealed class OrganizationDirectory
{
    /// <summary>Listings name organizations by their accounts there.</summary>
    private const string ListingHost = "huggingface.co";

    private static readonly FrozenSet<string> LegalForms =
        new[] { "inc", "incorporated", "ltd", "limited", "llc", "co", "corp", "gmbh", "plc" }.ToFrozenSet();

    private readonly FrozenDictionary<string, KnownOrganization> bySlug;
    private readonly FrozenDictionary<string, KnownOrganization> byAccount;
    private readonly FrozenDictionary<string, KnownOrganization> byName;
    private readonly FrozenDictionary<string, KnownOrganization> byRor;

    private OrganizationDirectory(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] != KnownOrganization.Header)
            throw new FormatException($"The known organizations do not begin with the row of their columns: {lines[0]}");

        All = [.. lines.Skip(1).Select(KnownOrganization.Parse)];
        bySlug = All.ToFrozenDictionary(organization => organization.Slug);
        byAccount = Index(organization => organization.Accounts.Select(account => account.ToLowerInvariant()));
        byName = Index(organization => organization.Names.Append(organization.Slug).Select(NormalName));
        byRor = Index(organization => organization.Ror is { } ror ? [ror] : []);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..8];
    }

    public static OrganizationDirectory Shipped { get; } = Load();

    /// <summary>All known organizations, in the order of their slugs.</summary>
    public IReadOnlyList<KnownOrganization> All { get; }

    /// <summary>A digest of the data, which changes with them.</summary>
    public string Digest { get; }

    /// <exception cref="FormatException">It is not a table of organizations.</exception>
    /// <exception cref="ArgumentException">Two organizations claim the same slug, name or account.</exception>
    public static OrganizationDirectory Parse(string text) => new(text);

    public KnownOrganization? WithSlug(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>The organization that a listing means: by its account, else its slug, else the name to show.</summary>
    public KnownOrganization? Stated(string account, string name) =>
        Owner(ListingHost, account) ?? bySlug.GetValueOrDefault(account.ToLowerInvariant()) ?? Named(account) ?? Named(name);

    /// <summary>The organization whose account on a host this is.</summary>
    public KnownOrganization? Owner(string host, string account) => byAccount.GetValueOrDefault($"{host}/{account}".ToLowerInvariant());

    public KnownOrganization? Named(string name) => byName.GetValueOrDefault(NormalName(name));

    /// <summary>The organization that an institution is: by its id, else by its name.</summary>
    /// <param name="ror">The id in the Research Organization Registry.</param>
    public KnownOrganization? Institution(string? ror, string name) => (ror is null ? null : byRor.GetValueOrDefault(ror)) ?? Named(name);

    /// <summary>The organization and those that it is a part of, the outermost last.</summary>
    public IEnumerable<KnownOrganization> WithParents(KnownOrganization organization)
    {
        for (KnownOrganization? one = organization; one is not null; one = one.Parent is { } parent ? bySlug[parent] : null)
            yield return one;
    }

    /// <summary>
    /// A name as names are compared: folded letters and digits, without a leading "the" and without the legal form at its end, "Univ."
    /// spelt out.
    /// </summary>
    public static string NormalName(string name)
    {
        var words = NameKey.Create(name).Split(' ').ToList();
        if (words.Count > 1 && words[0] == "the") words.RemoveAt(0);
        while (words.Count > 1 && LegalForms.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Concat(words.Select(word => word == "univ" ? "university" : word));
    }

    private FrozenDictionary<string, KnownOrganization> Index(Func<KnownOrganization, IEnumerable<string>> keys)
    {
        var index = new Dictionary<string, KnownOrganization>(StringComparer.Ordinal);
        foreach (var organization in All)
            foreach (var key in keys(organization).Distinct())
                if (!index.TryAdd(key, organization))
                    throw new ArgumentException($"{index[key].Slug} and {organization.Slug} both claim {key}.");
        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static OrganizationDirectory Load()
    {
        using var reader = new StreamReader(TsvResource.Open(typeof(OrganizationDirectory).Assembly, "organizations.tsv"));
        return new OrganizationDirectory(reader.ReadToEnd());
    }
}
