namespace PaperGraph.Concepts.Training.Evaluation;

/// <summary>Precision, recall and their harmonic mean, 0 to 100.</summary>
internal readonly record struct FScore(int Correct, int Found, int Expected)
{
    public double Precision => Found == 0 ? 0 : 100.0 * Correct / Found;

    public double Recall => Expected == 0 ? 0 : 100.0 * Correct / Expected;

    public double F => Correct == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static FScore operator +(FScore a, FScore b) => new(a.Correct + b.Correct, a.Found + b.Found, a.Expected + b.Expected);

    public static FScore From<T>(ICollection<T> found, ICollection<T> expected) =>
        new(found.Intersect(expected).Count(), found.Distinct().Count(), expected.Distinct().Count());

    public override string ToString() => FormattableString.Invariant($"F {F:f1} (P {Precision:f1}, R {Recall:f1})");
}
