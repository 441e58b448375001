"""The projection of the planner once more, as plainly as numpy has it.

`projection.py FIRM PLAN` reads a firm's folder and a stored plan (`evergreen-server plan`), plays the
plan's household on random numbers of its own, and prints one line of JSON: how fast it is, and how far
its P, B and M are from the plan's. It fails where they are further apart than chance explains.

It is written from docs/method.md and shares no code with the planner.
"""

import json
import sys
import time
import tomllib
from pathlib import Path

import numpy as np

LIFETIMES = 10_000
YEARS = 60
RUNS = 10

# Independent simulations of the plan's size; their spread is the noise of one.
BATCHES = 60

# A difference of more noise than this has a chance of about one in fifteen thousand.
MOST_SIGMAS = 4.0


def draws(random, lifetimes, years):
    """Standard normal draws of antithetic pairs: lifetimes by years."""
    half = random.standard_normal((lifetimes // 2, years))
    return np.concatenate([half, -half])


def play(normal, mean, sd, flows, wealth, saving_year, wished_year):
    """The funded ratio K of every lifetime."""
    growth = np.exp(mean + sd * normal)
    discounts = np.ones_like(growth)
    np.cumprod(1.0 / growth[:, :-1], axis=1, out=discounts[:, 1:])
    inflow, saving, spending = discounts @ flows[0], discounts @ flows[1], discounts @ flows[2]
    return (wealth + inflow + saving_year * saving) / (wished_year * spending)


def measures(ratios):
    """P, B and M; quantiles are lower ones, by rank."""
    lower = lambda share: np.quantile(ratios, share, method="inverted_cdf")
    return np.array([np.mean(ratios >= 1.0), lower(0.10), lower(0.50)])


def speed():
    """Lifetimes times years a second of thirty years of saving and thirty of spending."""
    normal = draws(np.random.default_rng(1), LIFETIMES, YEARS)
    half = YEARS // 2
    saves = np.repeat([1.0, 0.0], half)
    flows = (60_000.0 * (1.0 - saves), saves, 1.0 - saves)
    best = float("inf")
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        play(normal, 0.025, 0.09, flows, 300_000.0, 60_000.0, 150_000.0)
        best = min(best, time.perf_counter() - start)
    return LIFETIMES * YEARS / best


def log_returns(firm, plan):
    """Mean and deviation of the log of each year's real return, from the firm's own files."""
    policy = tomllib.loads((firm / "policy.toml").read_text("utf-8"))
    sets = (tomllib.loads(path.read_text("utf-8")) for path in (firm / "assumptions").glob("*.toml"))
    assumptions = next(found for found in sets if found["region"] == plan["region"])
    assets = assumptions["asset"]
    shares = lambda sleeve: np.array([sleeve.get(asset["id"], 0.0) for asset in assets])
    column = lambda name: np.array([asset[name] for asset in assets])

    compound, deviation, fees = column("compound_return"), column("volatility"), column("fee")
    square = (1.0 + compound) ** 2
    arithmetic = np.sqrt((square + np.sqrt(square**2 + 4.0 * square * deviation**2)) / 2.0) - 1.0
    covariance = np.outer(deviation, deviation) * np.array(assumptions["correlation"]["matrix"])

    wanted = plan["profile"]["recommended"]
    sleeves = policy["saa"]["sleeves"][plan["region"]]
    bold = wanted in ("C4", "C5")
    growth = shares(sleeves["growth"] if bold else sleeves.get("growth_c3", sleeves["growth"]))
    safe = {"C1-lowest": "defensive_c1_lowest", "C1": "defensive_c1"}.get(wanted, "defensive")
    defensive = shares(sleeves.get(safe, sleeves["defensive"]))
    diversifier = shares(sleeves.get("diversifier", {}))
    most = policy["saa"]["diversifier_share"].get(wanted, 0.0) if "diversifier" in sleeves else 0.0

    means, deviations = [], []
    for theta in plan["allocation"]["glide"]:
        delta = min(most, 1.0 - theta)
        mix = theta * growth + delta * diversifier + (1.0 - theta - delta) * defensive
        mean, variance = mix @ arithmetic, mix @ covariance @ mix
        median = (1.0 + mean) ** 2 / np.sqrt((1.0 + mean) ** 2 + variance) - 1.0
        means.append(np.log((1.0 + median - mix @ fees) / (1.0 + assumptions["inflation"])))
        deviations.append(np.sqrt(np.log1p(variance / (1.0 + mean) ** 2)))
    return np.array(means), np.array(deviations)


def agreement(firm, plan):
    """Our measures' distance from the peer's, in standard deviations of a simulation of that size."""
    household = plan["household"]
    flow = lambda name: np.array(household[name])
    flows = (
        flow("income") - flow("obligations") - flow("saving_diverted"),
        flow("saving_factor"),
        flow("spending_factor"),
    )
    money = (household["wealth"], household["saving_year"], household["wished_year"])
    mean, sd = log_returns(firm, plan)
    random = np.random.default_rng(2)
    lifetimes, years = plan["projection"]["lifetimes"], household["years"]
    batches = [
        measures(play(draws(random, lifetimes, years), mean, sd, flows, *money)) for _ in range(BATCHES)
    ]
    ours = np.array([plan["standing"][name] for name in ("success", "bad_market", "median")])
    peer = np.mean(batches, axis=0)
    noise = np.std(batches, axis=0, ddof=1) * np.sqrt(1.0 + 1.0 / BATCHES)
    return ours, peer, (ours - peer) / noise


def main():
    firm, plan = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8"))["plan"]
    ours, peer, sigmas = agreement(firm, plan)
    print(
        json.dumps(
            {
                "numpy_path_years_per_s": speed(),
                "numpy_version": np.__version__,
                "peer_ours": ours.tolist(),
                "peer_numpy": peer.tolist(),
                "peer_sigmas": sigmas.tolist(),
            }
        )
    )
    if np.abs(sigmas).max() > MOST_SIGMAS:
        sys.exit(f"P, B and M of the planner are {ours}, of the peer {peer}: {sigmas} standard deviations")


if __name__ == "__main__":
    main()
