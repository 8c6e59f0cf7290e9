using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Ingest.Following;

/// <summary>What is fetched again and again, and how often. Nothing is, unless somebody says so.</summary>
public sealed class FollowOptions
{
    /// <summary>Whether to follow the daily papers of Hugging Face.</summary>
    public bool Daily { get; set; }

    /// <summary>Of how many days, today's among them, the lists are asked for each time: upvotes go on for some days.</summary>
    [Range(1, 366)]
    public int DailyDays { get; set; } = 3;

    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan DailyEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Categories of arXiv, such as cs.CL, whose new and changed papers are harvested.</summary>
    public IList<string> ArxivCategories { get; set; } = [];

    /// <summary>arXiv announces once a day.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan ArxivEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How far a category is gone back into that was never followed before, in days.</summary>
    [Range(1, 366)]
    public int ArxivDays { get; set; } = 7;

    public bool IsAnything => Daily || ArxivCategories.Count > 0;
}
