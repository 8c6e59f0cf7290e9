namespace PaperGraph.Data.Organizations;

/// <summary>What organizations there are to be, and what is whose.</summary>
public sealed record OrganizationPlan
{
    /// <summary>All that there are to be, by their slugs; those that are not known are stored already.</summary>
    public required IReadOnlyList<PlannedOrganization> Organizations { get; init; }

    /// <summary>Ids of stored organizations that are others under another name, and the slugs of those.</summary>
    public required IReadOnlyList<(long Id, string Into)> Merged { get; init; }

    /// <summary>Ids of repositories, and the slugs of the organizations that own them.</summary>
    public required IReadOnlyList<(long Id, string Owner)> Repositories { get; init; }

    /// <summary>Ids of resources, and the slugs of the organizations that own them.</summary>
    public required IReadOnlyList<(long Id, string Owner)> Resources { get; init; }
}

/// <param name="Known">What is known of it; null where listings alone tell of it.</param>
/// <param name="Parent">The slug of the organization that it is a part of, which is planned too.</param>
public sealed record PlannedOrganization(
    string Slug, KnownOrganizationRow? Known, string? Parent = null, string? Ror = null, string? CountryCode = null);

/// <param name="Names">All names that people look for it by, <paramref name="Name"/> among them.</param>
public sealed record KnownOrganizationRow(string Name, IReadOnlyList<string> Names);
