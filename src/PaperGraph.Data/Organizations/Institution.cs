using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

/// <summary>
/// What a registry says of an institution. Whatever records say of one is kept together, so that the order in which they are read never
/// matters; which organization it is follows from it.
/// </summary>
public sealed class Institution
{
    /// <summary>Its id in OpenAlex, such as <c>I136199984</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The last part of its address in the Research Organization Registry, such as <c>03vek6s52</c>.</summary>
    public string? Ror { get; set; }

    public required string Name { get; set; }

    /// <summary>Other names and acronyms.</summary>
    public required IReadOnlyList<string> Names { get; set; }

    /// <summary>The ids of the institutions that it is a part of.</summary>
    public required IReadOnlyList<string> ParentIds { get; set; }

    public string? CountryCode { get; set; }
}

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable(table => table.Holds("texts", $"""
            length(id) between 1 and {TextLimits.ArxivId}
            and length(ror) between 1 and {TextLimits.ArxivId}
            and length(name) between 1 and {TextLimits.Name}
            and length(country_code) = 2
            """));
        institution.HasKey(i => i.Id);
    }
}
