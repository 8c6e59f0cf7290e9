namespace PaperGraph.Model.Results;

/// <summary>Which of two values of a metric is the better one.</summary>
public enum MetricDirection
{
    HigherIsBetter,
    LowerIsBetter,
}

/// <summary>How a direction was decided, which no table of results states.</summary>
public enum MetricDirectionBasis
{
    /// <summary>The metric's name says so: an accuracy, an error rate.</summary>
    Name,

    /// <summary>The name says nothing, or both; most metrics are the better the higher.</summary>
    Assumption,
}
