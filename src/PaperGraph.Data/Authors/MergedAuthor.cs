using PaperGraph.Model;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Authors;

/// <summary>What the sources of a paper say of one of its authors beside the name.</summary>
/// <param name="Position">The place among the names of the paper; the first is 1.</param>
internal sealed record MergedAuthor(int Position)
{
    public string? Orcid { get; private init; }

    public string? OpenAlexId { get; private init; }

    public string? SemanticScholarId { get; private init; }

    public IReadOnlyList<StatedInstitution> Institutions { get; private init; } = [];

    /// <summary>The source that states the institutions.</summary>
    public string? InstitutionsSource { get; private init; }

    public bool HasId => (Orcid ?? OpenAlexId ?? SemanticScholarId) is not null;

    /// <summary>
    /// Of each kind of id, and of institutions, what the best source says that says anything. An id that is given to two people is
    /// nobody's: not the one of a source that gives it to two, and of a later source not the one that a better has given to another, nor
    /// those of somebody whose ORCID is another than the better has.
    /// </summary>
    /// <param name="details">The most believed first.</param>
    public static IReadOnlyList<MergedAuthor> Merge(
        IReadOnlyList<string> names, IEnumerable<(string Source, PaperDetails Details)> details)
    {
        var merged = default(MergedAuthor?[]);
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (source, stated) in details)
        {
            if (stated.Authors.Count == 0 || names.Count == 0) continue;
            merged ??= new MergedAuthor?[names.Count];
            var places = AuthorAlignment.Align(names, stated.Authors);
            var shared = SharedIds(stated.Authors);

            string? Believed(string? id, int place) =>
                id is null
                    || shared.Contains(id)
                    || (holders.TryGetValue(id, out var other) && !NameLikeness.AreAlike(names[other], names[place]))
                    ? null
                    : id;

            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] is not { } place) continue;
                var known = merged[place] ?? new MergedAuthor(place + 1);
                merged[place] = known = known.WithInstitutions(stated.Authors[i].Institutions, source);
                if (known.Orcid is not null && stated.Authors[i].Orcid is { } orcid && orcid != known.Orcid) continue;

                merged[place] = known = known with
                {
                    Orcid = known.Orcid ?? Believed(stated.Authors[i].Orcid, place),
                    OpenAlexId = known.OpenAlexId ?? Believed(stated.Authors[i].OpenAlexId, place),
                    SemanticScholarId = known.SemanticScholarId ?? Believed(stated.Authors[i].SemanticScholarId, place),
                };
            }

            // Only when the whole statement is read: whom a source gives an id twice may be one person twice.
            for (var place = 0; place < merged.Length; place++)
                foreach (var id in merged[place]?.Ids ?? []) holders.TryAdd(id, place);
        }
        return merged is null ? [] : [.. merged.OfType<MergedAuthor>().Where(author => author.HasId || author.Institutions.Count > 0)];
    }

    private IEnumerable<string> Ids => new[] { Orcid, OpenAlexId, SemanticScholarId }.OfType<string>();

    /// <summary>The ids that a source gives to people whose names are not alike.</summary>
    private static HashSet<string> SharedIds(IReadOnlyList<StatedAuthor> authors) =>
    [
        .. authors
            .SelectMany(author => new[] { author.Orcid, author.OpenAlexId, author.SemanticScholarId }.OfType<string>()
                .Select(id => (Id: id, author.Name)))
            .GroupBy(given => given.Id, given => given.Name)
            .Where(group => group.Skip(1).Any(name => !NameLikeness.AreAlike(group.First(), name)))
            .Select(group => group.Key),
    ];

    private MergedAuthor WithInstitutions(IReadOnlyList<StatedInstitution> institutions, string source) =>
        Institutions.Count > 0 || institutions.Count == 0
            ? this
            : this with
            {
                Institutions = [.. institutions.DistinctBy(institution => (institution.OpenAlexId, institution.Ror, institution.Name))],
                InstitutionsSource = source,
            };
}
