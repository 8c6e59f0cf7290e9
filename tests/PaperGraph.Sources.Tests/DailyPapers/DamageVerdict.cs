using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What a reading of a damaged page says that is not so, and that no problem says.</summary>
internal static class DamageVerdict
{
    // How far above a title a problem may stand that tells of it.
    private const int Reach = 12;
    private const int MaxWrapped = 160;

    public static IReadOnlyList<string> Find(
        MadePage page, IReadOnlyList<MadeLine> lines, IReadOnlyList<SourceItem> items, bool linesAreMissing, bool linesAreWrapped = false)
    {
        var wrong = new List<string>();
        var papers = items.Papers();
        var problems = items.Problems();
        if (papers.Count == 0 && problems.Any(problem => problem.Line is null)) return wrong;
        for (var index = 0; index < papers.Count; index++)
        {
            var paper = papers[index];
            var from = Math.Max(index > 0 ? papers[index - 1].Line!.Value + 1 : 1, paper.Line!.Value - Reach);
            var to = index + 1 < papers.Count ? papers[index + 1].Line!.Value : int.MaxValue;
            if (Difference(page, lines, paper) is not { } difference) continue;
            if (problems.Any(problem => problem.Line >= from && problem.Line <= to)) continue;
            var end = to == int.MaxValue ? lines.Count : to - 1;
            if (linesAreWrapped && difference[0] is 't' or 'a' && HasNoBlankLine(lines, paper.Line.Value - 1, end)) continue;
            if (linesAreWrapped && IsAddedToText(lines, paper.Line.Value - 1, end)) continue;
            if (linesAreMissing && CannotBeTold(lines, paper.Line.Value - 1, end)) continue;
            if (linesAreMissing && linesAreWrapped && IsOneWrappedPaper(lines, paper.Line.Value - 1, end)) continue;
            wrong.Add($"line {paper.Line}: {difference}");
        }
        wrong.AddRange(Lost(page, lines, papers, problems));
        return wrong;
    }

    public static int Right(MadePage page, IReadOnlyList<MadeLine> lines, IReadOnlyList<SourceItem> items) =>
        items.Papers().Count(paper => Difference(page, lines, paper) is null);

    private static string? Difference(MadePage page, IReadOnlyList<MadeLine> lines, ListedPaper paper)
    {
        // Titles are told apart by the line on which they stand, so that a doubled paper is compared with itself.
        var line = lines[paper.Line!.Value - 1];
        if (line.Paper < 0 && line.Role != LineRole.Title) return $"title “{paper.Title}” is {line.Role}";
        var made = page.Papers[line.Paper];
        if (paper.Title != made.Title) return $"title “{paper.Title}” is not “{made.Title}”";
        if (paper.Abstract != made.Abstract) return $"abstract “{paper.Abstract}” is not “{made.Abstract}”";
        if (paper.AuthorCount != made.Authors) return $"{paper.AuthorCount} authors are not {made.Authors}";
        if (paper.Organization?.Slug != made.Slug || paper.Organization?.Name != made.Organization)
            return $"{paper.Organization} is not {made.Slug} {made.Organization}";
        if (paper.PublishedOn != made.Date) return $"{paper.PublishedOn:O} is not {made.Date:O}";
        if (paper.CommentCount != made.Comments) return $"{paper.CommentCount} comments are not {made.Comments}";
        return null;
    }

    // Lines that stand as those of an undamaged paper do: nobody could see that they are of two papers, or that a line of a
    // wrapped abstract is missing.
    private static bool CannotBeTold(IReadOnlyList<MadeLine> lines, int from, int to)
    {
        var roles = new List<LineRole>();
        for (var index = from; index < Math.Min(to, lines.Count); index++)
        {
            var role = lines[index].Role == LineRole.Organization ? LineRole.Authors : lines[index].Role;
            if (role is LineRole.Blank or LineRole.Added) continue;
            if (roles.Count > 0 && roles[^1] == role && role is LineRole.Title or LineRole.Abstract or LineRole.Authors) continue;
            roles.Add(role);
        }
        if (roles is [.., LineRole.Date, LineRole.Date]) return false;
        return roles is [LineRole.Title, LineRole.Abstract, _, _, _]
            && roles.Contains(LineRole.Authors) && roles.Contains(LineRole.Separator) && roles.Contains(LineRole.Date)
            && OnePaperEach(lines, from, to)
            || roles is [LineRole.Title, LineRole.Abstract] && OnePaperEach(lines, from, to);
    }

    // Where lines are wrapped, those of one paper may stand in another order and still be a title and an abstract.
    private static bool IsOneWrappedPaper(IReadOnlyList<MadeLine> lines, int from, int to)
    {
        var texts = lines.Skip(from).Take(to - from).Where(line => line.Role is LineRole.Title or LineRole.Abstract).ToList();
        return texts.TrueForAll(line => line.Paper == texts[0].Paper && line.Text.Length <= MaxWrapped);
    }

    // One title line's paper, one abstract's: two abstracts one behind the other can be seen, unless their lines are short and run on.
    private static bool OnePaperEach(IReadOnlyList<MadeLine> lines, int from, int to)
    {
        var texts = lines.Skip(from).Take(to - from).ToList();
        return IsOneText(texts, LineRole.Title) && IsOneText(texts, LineRole.Abstract);
    }

    private static bool IsOneText(List<MadeLine> lines, LineRole role)
    {
        var texts = lines.Where(line => line.Role == role).ToList();
        var together = lines.SkipWhile(line => line.Role != role).TakeWhile(line => line.Role == role);
        return texts.Select(line => line.Paper).Distinct().Count() == 1
            || (texts.Count > 0 && together.Count(line => line.Text.Length <= MaxWrapped) == texts.Count);
    }

    // What was put right above or below a line that is full goes on with it.
    private static bool IsAddedToText(IReadOnlyList<MadeLine> lines, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(to, lines.Count) - from)).Any(index => lines[index].Role == LineRole.Added
            && ((index > 0 && IsWrappedText(lines[index - 1])) || (index + 1 < lines.Count && IsWrappedText(lines[index + 1]))));

    private static bool IsWrappedText(MadeLine line) => line is { Role: LineRole.Title or LineRole.Abstract, Text.Length: <= MaxWrapped };

    // Where no line is empty, a line that is full by chance may be the last of an abstract, or go on with the title below it.
    private static bool HasNoBlankLine(IReadOnlyList<MadeLine> lines, int from, int to) =>
        lines.Skip(from).Take(to - from).All(line =>
            !line.IsBlank && (line.Role is not (LineRole.Title or LineRole.Abstract) || IsWrappedText(line)));

    private static IEnumerable<string> Lost(
        MadePage page, IReadOnlyList<MadeLine> lines, IReadOnlyList<ListedPaper> papers, IReadOnlyList<ReadProblem> problems)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (line.Role is not (LineRole.Title or LineRole.Abstract or LineRole.Organization)) continue;
            // What was put around a text, such as the address of a title, or into it, need not be kept.
            if (line.Role == LineRole.Title && papers.Any(paper => paper.Title == page.Papers[line.Paper].Title)) continue;
            if (line.Role == LineRole.Abstract && papers.Any(paper => paper.Abstract == page.Papers[line.Paper].Abstract)) continue;
            var text = Words(line.Text);
            if (text.Length < 4) continue;
            var isKept = papers.Any(paper =>
                    Words($"{paper.Title} {paper.Abstract} {paper.Organization?.Stated}").Contains(text, StringComparison.Ordinal))
                || problems.Any(problem => problem.Line == index + 1 || Words(problem.Words).Contains(text, StringComparison.Ordinal)
                    || (problem.Words.Length > 1_000 && problem.Line <= index + 1 && problem.Line > index - 120));
            if (!isKept) yield return $"line {index + 1} is nowhere: {line.Text}";
        }
    }

    private static string Words(string text) => new([.. Prose.DecodedLine(text).Where(char.IsLetterOrDigit)]);
}
