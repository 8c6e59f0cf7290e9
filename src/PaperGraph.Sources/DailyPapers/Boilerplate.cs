using System.Collections.Frozen;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>The lines of a page that belong to the site and not to a paper.</summary>
internal static class Boilerplate
{
    public const string Invitation = "Get trending papers in your email inbox";
    public const string SubmittedBy = "Submitted by";

    private static readonly FrozenSet<string> Marks = Lines(
        Invitation, "Get trending papers in your email inbox once a day", "Daily Papers", "byAK and the research community",
        "by AK and the research community");

    private static readonly FrozenSet<string> Heading =
        Lines("new", "Subscribe", "Trending Papers", "Weekly Papers", "Monthly Papers");

    private static readonly FrozenSet<string> Around = Lines(
        "Daily Papers - Hugging Face", "Hugging Face", "Hugging Face's logo", "Models", "Datasets", "Spaces", "Buckets", "Posts",
        "Community", "Docs", "Enterprise", "Solutions", "Pricing", "Log In", "Sign Up", "Search by arxiv id or title",
        "Submit a paper", "Submit", "by", "AK", "and the research community", "Daily", "Weekly", "Monthly", "Trending",
        "Previous", "Next", "Load more", "Company", "© Hugging Face", "TOS", "Privacy", "About", "Jobs", "Careers", "Website",
        "System theme", "Upvote", "GitHub", "arXiv Page", "Back to top");

    /// <summary>Whether a line stands on Daily Papers pages alone, which are recognised by it.</summary>
    public static bool IsMark(string line) => Marks.Contains(line.TrimEnd('!', '.'));

    /// <summary>Whether a line belongs to the head of a page. Where one comes after papers, another page begins.</summary>
    public static bool IsHeading(string line) => Heading.Contains(line) || IsMark(line);

    public static bool IsAround(string line) => Around.Contains(line);

    /// <summary>Whether a line says by whom a paper was submitted, or that the next line does.</summary>
    public static bool IsSubmitter(string line) => line.StartsWith(SubmittedBy, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Lines(params string[] lines) => lines.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
