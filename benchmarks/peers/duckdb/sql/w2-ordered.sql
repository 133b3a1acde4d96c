-- W2, ordered: as w2-join, on tables in the order of what is asked.
-- include periods number=month_number value=segment ledger=ledger_by_segment
-- include waterfall number=month_number label=month value=segment

-- include periods number=retail_number value=region ledger=ledger_by_region
-- include waterfall number=retail_number label=retail_month value=region
