using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

/// <summary>
/// What records of papers say of an institution that a source knows by an id. Whatever they say of one is kept together, so that the order
/// in which they are read never matters; which organization it is the account tells, and what that has of it follows.
/// </summary>
public sealed class Institution
{
    /// <summary>The account by which <c>organization_slugs</c> knows it: its id in OpenAlex, else its ROR.</summary>
    public required string Account { get; init; }

    /// <summary>The last part of its address in the Research Organization Registry, such as <c>03vek6s52</c>.</summary>
    public string? Ror { get; set; }

    /// <summary>Two letters.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The accounts of all institutions that it is a part of, near and far, in no order.</summary>
    public required IReadOnlyList<string> Ancestors { get; set; }
}

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable(table => table.Holds("texts", $"""
            length(account) between 1 and {TextLimits.Slug}
            and length(ror) between 1 and {TextLimits.ArxivId}
            and length(country_code) = 2
            """));
        institution.HasKey(i => i.Account);
    }
}
