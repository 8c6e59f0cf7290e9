using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Organizations;

/// <summary>
/// What leads to the organization that an author belongs to, in <c>organization_slugs</c>: an id where the source has one, so that two
/// institutions of one name are two; else the name. None of them can be taken for an account on a host of code, which has no colon.
/// </summary>
public static class InstitutionAccount
{
    private const string OpenAlex = "openalex:";
    private const string Name = "name:";

    public static string For(StatedInstitution institution) =>
        institution.OpenAlexId is { } id ? FromOpenAlex(id)
        : institution.Ror is { } ror ? $"ror:{ror.ToLowerInvariant()}"
        : FromName(institution.Name);

    public static string FromOpenAlex(string id) => OpenAlex + id.ToLowerInvariant();

    /// <summary>Whether a source tells the institution by an id, and not by the name alone.</summary>
    public static bool IsId(string account) => !account.StartsWith(Name, StringComparison.Ordinal);

    /// <summary>
    /// The slug of its organization, should it be the first that names it: like no account, and like no other institution.
    /// </summary>
    public static string SlugFor(StatedInstitution institution)
    {
        var id = institution.Ror ?? institution.OpenAlexId ?? ShortKey.Hash(For(institution))[..12];
        return $"{Slug.Create(institution.Name)}-{id.ToLowerInvariant()}";
    }

    private static string FromName(string name)
    {
        var key = NameKey.Create(name);
        return Name + (key.Length + Name.Length <= TextLimits.Slug ? key : ShortKey.Hash(key));
    }
}
