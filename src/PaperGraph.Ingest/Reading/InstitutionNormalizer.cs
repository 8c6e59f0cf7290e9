using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Reading;

/// <summary>Makes a record of an institution what the database keeps: names that are too long are left out and reported.</summary>
internal sealed class InstitutionNormalizer(PageRecord page)
{
    private readonly TextLimiter limiter = new(page);

    public IReadOnlyList<ReadProblem> Problems => limiter.Problems;

    /// <summary>Null where its own name is too long.</summary>
    public StatedInstitution? Normalize(StatedInstitution institution) => IsKept(institution, "name", institution.Name)
        ? institution with
        {
            OtherNames = [.. institution.OtherNames.Where(name => IsKept(institution, "other name", name))],
            Parents = [.. institution.Parents.Where(parent => IsKept(institution, "parent's name", parent.Name))],
        }
        : null;

    private bool IsKept(StatedInstitution institution, string what, string name) => limiter.Kept(
        new(institution.OpenAlexId ?? "", Line: null, "what else is stated", Needs: "name"), what, name, TextLimits.Name) is not null;
}
