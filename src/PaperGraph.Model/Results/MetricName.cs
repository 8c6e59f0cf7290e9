using System.Collections.Frozen;

namespace PaperGraph.Model.Results;

/// <summary>What the free text that tables call a metric by tells of it.</summary>
public static class MetricName
{
    private static readonly FrozenSet<string> Lower = new[]
    {
        // Errors, losses and distances.
        "error", "errors", "err", "loss", "losses", "perplexity", "perplexities", "ppl", "nll", "bpc", "bpd", "bpb", "bits", "entropy",
        "mae", "mse", "rmse", "nrmse", "rmsle", "mape", "smape", "wape", "mase", "rmspe", "mad", "ade", "fde", "minade", "minfde", "epe",
        "mpjpe", "mpvpe", "hausdorff", "hd95", "assd", "chamfer", "distance", "distances", "deviation", "divergence", "discrepancy",
        "gap", "bias", "regret", "distortion", "residual", "ece", "brier", "crps", "wer", "cer", "ter", "der", "eer", "tre", "hter",
        "apcer", "bpcer", "acer", "fpr", "fnr", "fpr95", "fmr", "fnmr", "miss", "misses", "false", "collision", "collisions", "violation",
        "violations", "toxicity", "hallucination", "hallucinations",

        // Of generated images, sound and video.
        "fid", "kid", "fvd", "fad", "lpips", "niqe", "brisque", "dists", "swd",

        // What something costs.
        "param", "params", "parameter", "parameters", "flops", "flop", "gflops", "gflop", "mflops", "tflops", "macs", "gmacs", "mmacs",
        "time", "latency", "runtime", "delay", "seconds", "memory", "energy", "emissions", "cost", "costs", "size", "burden",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Higher = new[]
    {
        "accuracy", "accuracies", "acc", "accuarcy", "correct", "precision", "recall", "f1", "f2", "fscore", "fmeasure", "micro", "macro",
        "map", "ap", "ap50", "ap75", "ar", "mar", "auc", "auroc", "auprc", "aupr", "roc", "iou", "miou", "giou", "dice", "dsc", "jaccard",
        "bleu", "sacrebleu", "rouge", "meteor", "cider", "spice", "chrf", "comet", "bertscore", "bleurt", "psnr", "ssim", "msssim", "vif",
        "snr", "sdr", "sdri", "sisnr", "sisdr", "pesq", "stoi", "mos", "ndcg", "mrr", "hit", "hits", "em", "exact", "match", "success",
        "reward", "return", "win", "wins", "kappa", "correlation", "spearman", "pearson", "kendall", "mcc", "coverage", "diversity",
        "similarity", "consistency", "throughput", "fps", "speed", "speedup", "mota", "motp", "hota", "idf1", "eao", "pck", "inception",
        "elo", "r2", "sensitivity", "specificity", "agreement", "likelihood", "nmi", "ari", "purity", "sharpe",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The direction of better by the words of a name. Words of one direction alone decide, as all tables write them; a name with words of
    /// both (<c>error of the accuracy</c>), or of neither, is assumed to be the better the higher. Names that are equal by
    /// <see cref="NameKey"/> have the same.
    /// </summary>
    public static (MetricDirection Direction, MetricDirectionBasis Basis) DirectionOf(string name)
    {
        var words = Folding.Words(name).ToList();
        var (isHigher, isLower) = (words.Exists(Higher.Contains), words.Exists(Lower.Contains));
        if (isHigher == isLower) return (MetricDirection.HigherIsBetter, MetricDirectionBasis.Assumption);
        return (isLower ? MetricDirection.LowerIsBetter : MetricDirection.HigherIsBetter, MetricDirectionBasis.Name);
    }
}
