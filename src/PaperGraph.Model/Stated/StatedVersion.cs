namespace PaperGraph.Model.Stated;

/// <summary>A version of a paper.</summary>
/// <param name="Number">The first is 1.</param>
/// <param name="IsWithdrawn">Whether there is nothing to read in it but that the paper is withdrawn.</param>
public sealed record StatedVersion(int Number, DateOnly? SubmittedOn, bool IsWithdrawn = false);
