namespace PaperGraph.Model;

/// <summary>What an organization is to a paper.</summary>
public enum OrganizationRole
{
    /// <summary>The organization put the paper on the list.</summary>
    Submitted,

    /// <summary>Authors of the paper belong to it.</summary>
    Affiliated,

    /// <summary>The paper's code, models or datasets lie under its name.</summary>
    OwnsCode,
}
