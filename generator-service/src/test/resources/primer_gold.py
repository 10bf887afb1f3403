"""Gold programs of the primer seed set: line k of primer.jsonl is p{k:03d}.

Written from the question, one parameter per number in the question, in the order of appearance
(a fraction such as 3/8 is one number; numbers the answer does not need stay as unused parameters).
"""
from fractions import Fraction as F


def p001(at_start=38, arrived=57, left=29):
    return at_start + arrived - left


def p002(room=400, iran=136, turkey=87):
    return room - (iran + turkey)


def p003(length=950, monday=275, tuesday=318, wednesday=164):
    return length - monday - tuesday - wednesday


def p004(start=512, lent_umuahia=148, returned=63, lent_aba=95):
    return start - lent_umuahia + returned - lent_aba


def p005(sopranos=46, fewer_altos=17, more_tenors=8):
    return sopranos + (sopranos - fewer_altos) + (sopranos - fewer_altos + more_tenors)


def p006(rows=14, vines_per_row=35, ruined=76):
    return rows * vines_per_row - ruined


def p007(croissant_trays=6, croissants_each=25, brioche_trays=9, brioches_each=18):
    return croissant_trays * croissants_each + brioche_trays * brioches_each


def p008(pages=28, fish_per_page=5, stickers_per_fish=3):
    return pages * fish_per_page * stickers_per_fish


def p009(coaches=9, per_coach=43, minibuses=6, per_minibus=15):
    return coaches * per_coach - minibuses * per_minibus


def p010(picked=156, kept=36, grandchildren=8):
    return (picked - kept) / grandchildren


def p011(hill=84, stream=67, orchard=95, jars_per_crate=6):
    return (hill + stream + orchard) / jars_per_crate


def p012(beads=270, beads_per_bracelet=18, bracelets_per_box=5):
    return beads / beads_per_bracelet / bracelets_per_box


def p013(collected=2940, permits=420, performers=9):
    return (collected - permits) / performers


def p014(eggs=245, boxes=19, eggs_per_box=12):
    return eggs - boxes * eggs_per_box


def p015(biscuits=113, dogs=9, left_over=5):
    return (biscuits - left_over) / dogs


def p016(tables=23, per_table=8, on_bench=6, napkins_each=4):
    return (tables * per_table + on_bench) * napkins_each


def p017(ribbon=300, pieces=16, piece_length=17, bows=4):
    return (ribbon - pieces * piece_length) / bows


def p018(notebooks=3, notebook_price=2.40, pen_price=1.85, note=10):
    return note - (notebooks * notebook_price + pen_price)


def p019(avocado_price=14, mango_price=11, avocados=6, mangoes=5, banknote=200):
    return banknote - avocados * avocado_price - mangoes * mango_price


def p020(adult_price=9.50, child_price=6.25, children=4, popcorn=12):
    return 2 * adult_price + children * child_price + popcorn


def p021(wallet=50, football=17.95, pairs=2, pair_price=4.60, cap=16):
    return wallet - football - pairs * pair_price - cap


def p022(pizzas=8, pizza_price=11.50, bottles=15, bottle_price=1.20, aunt=60):
    return pizzas * pizza_price + bottles * bottle_price - aunt


def p023(sack_kg=12, sack_price=30.60, wanted_kg=7):
    return sack_price / sack_kg * wanted_kg


def p024(litres_a=5, price_a=48, litres_b=8, price_b=70):
    return price_a / litres_a - price_b / litres_b


def p025(paid=135, programmes=9, more=31):
    return paid / programmes * more


def p026(roll_metres=20, roll_price=74, cut_price=4.10):
    return roll_metres * cut_price - roll_price


def p027(pupils=240, bicycle_percent=35):
    return pupils - pupils * bicycle_percent / 100


def p028(sprout_percent=85, seeds=160, eaten=27):
    return seeds * sprout_percent / 100 - eaten


def p029(households=650, cat_percent=24, dog_percent=38):
    return households * (dog_percent - cat_percent) / 100


def p030(questions=45, right=36, pass_percent=70):
    return right * 100 / questions - pass_percent


def p031(inhabitants=1250, growth_percent=16):
    return inhabitants * (100 + growth_percent) / 100


def p032(rent=780, rise_percent=5, parking=34):
    return rent * (100 + rise_percent) / 100 + parking


def p033(length=3400, shrink_percent=12, summer_loss=95):
    return length - length * shrink_percent / 100 - summer_loss


def p034(last_season=320, this_season=416):
    return (this_season - last_season) * 100 / last_season


def p035(price=140, discount_percent=30, voucher=15):
    return price - price * discount_percent / 100 - voucher


def p036(discount_percent=20, book_a=13.50, book_b=9.25, book_c=17.25):
    return (book_a + book_b + book_c) * (100 - discount_percent) / 100


def p037(sale_price=510, old_price=600):
    return (old_price - sale_price) * 100 / old_price


def p038(fee=24, discount_percent=25, people=16):
    return people * fee * (100 - discount_percent) / 100


def p039(cut_percent=35, new_price=78):
    return new_price / (1 - cut_percent / 100)


def p040(meal=64, tip_percent=15, members=4):
    return meal * (100 + tip_percent) / 100 / members


def p041(tablet=350, keyboard=90, tax_percent=8):
    return (tablet + keyboard) * (100 + tax_percent) / 100


def p042(income=2600, tax_percent=18, rent=900):
    return income - income * tax_percent / 100 - rent


def p043(fare=37.50, given=45):
    return (given - fare) * 100 / fare


def p044(flour=72, bread_fraction=F(5, 8)):
    return flour * (1 - bread_fraction)


def p045(train_fraction=F(2, 5), pages=210, in_bed=48):
    return pages - pages * train_fraction - in_bed


def p046(trees=144, oak_fraction=F(3, 8), old_fraction=F(2, 9)):
    return trees * oak_fraction * old_fraction


def p047(capacity=360, full_fraction=F(5, 6), used_fraction=F(1, 4)):
    return capacity * full_fraction * (1 - used_fraction)


def p048(course_fraction=F(3, 7), course_price=189):
    return course_price / course_fraction


def p049(seats=132, sold_fraction=F(2, 3)):
    return (seats - seats / 2) * (1 - sold_fraction)


def p050(juice_parts=5, water_parts=3, cups=56):
    return cups * juice_parts / (juice_parts + water_parts)


def p051(collie_parts=9, kelpie_parts=4, collies=45):
    return collies + collies / collie_parts * kelpie_parts


def p052(nia_parts=7, tomos_parts=5, difference=18):
    return difference / (nia_parts - tomos_parts) * (nia_parts + tomos_parts)


def p053(cement_parts=1, sand_parts=2, gravel_parts=4, concrete=350):
    return concrete * gravel_parts / (cement_parts + sand_parts + gravel_parts)


def p054(leaders_per_group=2, children_per_group=13, children=91):
    return children + children / children_per_group * leaders_per_group


def p055(pancakes=6, flour=150, milk=240, wanted=22):
    return flour / pancakes * wanted


def p056(leaflets=2100, minutes=35, wanted_minutes=48):
    return leaflets / minutes * wanted_minutes


def p057(alpacas=4, hay=28, more_alpacas=6):
    return hay / alpacas * (alpacas + more_alpacas)


def p058(pole_shadow=9, post_height=2, post_shadow=1.5):
    return pole_shadow / post_shadow * post_height


def p059(games=5, g1=18, g2=23, g3=11, g4=27, g5=16):
    return (g1 + g2 + g3 + g4 + g5) / games


def p060(tests=4, average=82, target=84):
    return (tests + 1) * target - tests * average


def p061(thursday=340, friday=295, saturday=430):
    return saturday - (thursday + friday + saturday) / 3


def p062(girls=12, girls_average=148, boys=8, boys_average=153):
    return (girls * girls_average + boys * boys_average) / (girls + boys)


def p063(parcels=6, average=3.5, removed=8):
    return (parcels * average - removed) / (parcels - 1)


def p064(speed_a=110, hours_a=2, speed_b=85, hours_b=3):
    return speed_a * hours_a + speed_b * hours_b


def p065(distance=42, speed_out=14, speed_back=21):
    return distance / speed_out + distance / speed_back


def p066(distance=27, bruno=4, elif_speed=5):
    return distance / (bruno + elif_speed)


def p067(speed=32, distance=72, stop=20):
    return distance / speed * 60 + stop


def p068(cheetah=28, gazelle=22, gap=54):
    return gap / (cheetah - gazelle)


def p069(height=120, lift=2.5, hugo=0.5):
    return height / hugo - height / lift


def p070(emeka=6, zara=9, panels=75):
    return panels / (emeka + zara)


def p071(gardeners=8, days=15, new_gardeners=20):
    return gardeners * days / new_gardeners


def p072(pump=45, leak=9, pool=5400):
    return pool / (pump - leak)


def p073(old=40, new=55, both_hours=3, extra_hours=2):
    return (old + new) * both_hours + new * extra_hours


def p074(minutes=35, days=12):
    return minutes * days / 60


def p075(plank_metres=3.6, shelves=4, shelf_cm=65):
    return plank_metres * 100 - shelves * shelf_cm


def p076(walnuts_kg=2.4, small_bag_g=150):
    return walnuts_kg * 1000 / small_bag_g


def p077(litres_per_day=11, weeks=6):
    return litres_per_day * weeks * 7


def p078(laps=8, track=400, days=5):
    return laps * track * days / 1000


def p079(dozens=9, bought=80):
    return dozens * 12 - bought


def p080(jug_litres=1.8, glasses=7, glass_ml=220):
    return jug_litres * 1000 - glasses * glass_ml


def p081(orbit_minutes=90, days=3):
    return days * 24 * 60 / orbit_minutes


def p082(length=65, width=38, gate=4):
    return 2 * (length + width) - gate


def p083(square_wire=96, triangle_wire=84):
    return triangle_wire / 3 - square_wire / 4


def p084(perimeter=520, width=110):
    return perimeter / 2 - width


def p085(rounds=3, length=180, width=120, mornings=5):
    return 2 * (length + width) * rounds * mornings


def p086(length=18, width=11, carpet=7):
    return length * width - carpet * carpet


def p087(length=6, height=3, window=4, per_tin=7):
    return (length * height - window) / per_tin


def p088(base=5, height=8, price=23):
    return base * height / 2 * price


def p089(length=300, width=240, tile=20):
    return (length / tile) * (width / tile)


def p090(length=22, width=14, path=3):
    return (length + 2 * path) * (width + 2 * path) - length * width


def p091(length=80, width=35, height=50, below_rim=12):
    return length * width * (height - below_rim)


def p092(a=60, b=45, c=30, edge=15):
    return (a / edge) * (b / edge) * (c / edge)


def p093(length=12, width=7, depth=2.5, per_trip=15):
    return length * width * depth / per_trip


def p094(length=9, width=4, depth=2, drunk=23):
    return length * width * depth - drunk


def p095(sofia=14, times=3, later=20):
    return times * sofia + (later - sofia)


def p096(sum_of_ages=58, difference=26):
    return (sum_of_ages - difference) / 2


def p097(before_birth=85, teacher=47, older=39):
    return before_birth + (teacher - older)


def p098(grandfather=72, grandson=9, times=4):
    return (grandfather - grandson) / (times - 1) - grandson


def p099(cousins=5, average=13, a=8, b=10, c=12, d=16):
    return cousins * average - (a + b + c + d)


def p100(has=65, weekly=12, price=149):
    return (price - has) / weekly


def p101(monthly=35, months=9, repair=128):
    return monthly * months - repair


def p102(weekday=40, weekend=75, weeks=6):
    return weeks * (5 * weekday + 2 * weekend)


def p103(tent=286, lina=14, dina=8):
    return tent / (lina + dina)


def p104(roses=60, cost=45, price=1.80, wilted=7):
    return (roses - wilted) * price - cost


def p105(bought=1150, parts=340, sold=1900):
    return sold - bought - parts


def p106(muffins=48, muffin_price=1.50, pretzels=30, pretzel_price=0.90, ingredients=37.40):
    return muffins * muffin_price + pretzels * pretzel_price - ingredients


def p107(bought=750, profit_percent=40, off=65):
    return bought * (100 + profit_percent) / 100 - off


def p108(melons=25, cost_each=3, sold=18, price_each=4.50):
    return sold * price_each - melons * cost_each


def p109(deposit=1500, rate=4, years=6):
    return deposit * rate / 100 * years


def p110(loan=2400, rate=7.5, years=2):
    return loan + loan * rate / 100 * years


def p111(invested=8000, interest=1200, years=5):
    return interest / years * 100 / invested


def p112(months=9, deposit=640, rate=5):
    return deposit * rate / 100 * months / 12


def p113(midnight_below=17, warmer=23, cooler=9):
    return midnight_below - warmer + cooler


def p114(freezer=-18, kitchen=21, per_hour=3):
    return (kitchen - freezer) / per_hour


def p115(camp=12, step=100, cooler=0.6, climb=1500):
    return camp - climb / step * cooler


def p116(monday=-7, tuesday=3, wednesday=5, thursday=-9):
    return (monday + tuesday + wednesday + thursday) / 4


def p117(start_hour=19, start_minute=25, end_hour=21, end_minute=55, advertisements=18):
    return (end_hour * 60 + end_minute) - (start_hour * 60 + start_minute) - advertisements


def p118(shower=15, breakfast=25, spare=10):
    return shower + breakfast + 2 * shower + spare


def p119(opening_day=8, closing_day=27, closed=3, per_day=140):
    return (closing_day - opening_day + 1 - closed) * per_day


def p120(astrid=8.5, brother=15, weeks=2):
    return (brother - astrid) * weeks * 7


def p121(rest_hours=3, rest_minutes=45, bake=50):
    return rest_hours * 60 + rest_minutes + bake


def p122(a=47, b=68):
    return 180 - a - b


def p123(top=96, bottom=54):
    return (360 - top - bottom) / 2


def p124(peak=108, equal_angles=4):
    return (180 - peak) / 2 / equal_angles


def p125(ola=75, per_slice=45, slices=6):
    return (360 - ola - per_slice) / slices


def p126(factor=6, added=13, result=85):
    return (result - added) / factor


def p127(fee=45, monthly=22, paid=243):
    return (paid - fee) / monthly


def p128(blue_fixed=30, blue_per_gb=2, red_fixed=12, red_per_gb=5):
    return (blue_fixed - red_fixed) / (red_per_gb - blue_per_gb)


def p129(together=94, fewer=16):
    return (together - fewer) / 2 + fewer


def p130(heads=30, legs=84):
    return (legs - 2 * heads) / 2


def p131(tickets=250, income=3900, balcony=12, stalls=18):
    return (income - tickets * balcony) / (stalls - balcony)


def p132(pupils=31, instrument=18, sport=15, both=7):
    return pupils - (instrument + sport - both)


def p133(customers=120, pistachio=74, lemon=63):
    return pistachio + lemon - customers


def p134(tourists=90, english=52, russian=41, neither=11):
    return english + russian - (tourists - neither)


def p135(sing=27, dance=22, both=13, neither=6):
    return sing + dance - both + neither


def p136(red=4, green=7, yellow=9, draws=200):
    return draws * green / (red + green + yellow)


def p137(fields=8, winning=3, prize=5, turns=160):
    return turns * winning / fields * prize


def p138(tested=250, broken=6, delivered=3500):
    return delivered - delivered * broken / tested


def p139(rain_percent=30, days=20, tent=85):
    return days * rain_percent / 100 * tent


def p140(chess=134, astronomy=97, history=158, robotics=111):
    return history + chess - (astronomy + robotics)


def p141(friday=215, saturday=388, sunday=342, friday_price=6, weekend_price=8):
    return friday * friday_price + (saturday + sunday) * weekend_price


def p142(robins_march=26, robins_april=41, robins_may=35, swallows_march=14, swallows_april=52, swallows_may=60):
    return (swallows_march + swallows_april + swallows_may) - (robins_march + robins_april + robins_may)


def p143(tea_price=4, soup_price=7, cake_price=3.50, teas=32, soups=19, cakes=24):
    return tea_price * teas + soup_price * soups + cake_price * cakes


def p144(bottom=29, fewer=4, rows=7):
    return bottom - (rows - 1) * fewer


def p145(start=12, more=3, day=15):
    return start + (day - 1) * more


def p146(beginning=4, further=3, matchsticks=61):
    return (matchsticks - beginning) / further + 1


def p147(front=16, more=3, rows=10):
    return rows * (front + front + (rows - 1) * more) / 2


def p148(interval=12, hours=3):
    return hours * 60 / interval + 1


def p149(map_cm=2, real_km=5, trail_cm=7):
    return real_km / map_cm * trail_cm


def p150(scale=50, length_cm=13, width_cm=9):
    return (length_cm * scale / 100) * (width_cm * scale / 100)


def p151(scale=75, ship=66):
    return ship * 100 / scale


def p152(scale=20000, line_cm=45, speed=300):
    return line_cm * scale / 100 / speed


def p153(kg_a=6, price_a=14, kg_b=4, price_b=19):
    return (kg_a * price_a + kg_b * price_b) / (kg_a + kg_b)


def p154(solution=300, salt_percent=8, water=500):
    return solution * salt_percent / (solution + water)


def p155(strawberry_percent=15, plain=102):
    return plain / (1 - strawberry_percent / 100) - plain


def p156(almonds=250, raisins=400, almond_percent=20):
    return almonds * 100 / almond_percent - almonds - raisins


def p157(fewer=14, chidi=37):
    return chidi + (chidi - fewer) + 2 * (chidi - fewer)


def p158(tower=84, higher=19):
    return tower - (tower / 2 + higher)


def p159(rafael=9, times=4, more=11):
    return rafael * times / 3 + more


def p160(times=3, more=350, pumpkin=2610):
    return pumpkin / times - more


def p161(more=8.4, times=1.5, linh=12.8):
    return linh * times + more


def p162(dozens=26, start=340):
    return start - dozens * 12 - 6


def p163(pairs=3, wool=45, weeks=8):
    return pairs * 2 * weeks * wool


def p164(dozens=5, per_evening=7, left=18):
    return (dozens * 12 - left) / per_evening


def p165(dozen_price=66, single_price=7):
    return single_price - dozen_price / 12


def p166(age=11, comics=48, received=9, given=15, cousin_age=8):
    return comics + received - given


def p167(bus_number=34, passengers=27, minutes=12, off=9, on=14):
    return passengers - off + on


def p168(pages=200, price=28, grams=900, copies=35, delivery=40):
    return copies * price + delivery


def p169(yew_age=1400, yew=16, pine=5, per_year=0.5):
    return (yew - pine) / per_year


def p170(flight=482, minutes=95, rows=30, seats=6, empty=27):
    return rows * seats - empty


def p171(cans=18, litres=25, cheese=320, bottle=2):
    return (cans * litres - cheese) / bottle


def p172(ml_per_minute=6, hours=5):
    return ml_per_minute * 60 * hours / 1000


def p173(use=6.5, per_km=100, price=1.80, trip=400):
    return trip / per_km * use * price


def p174(barrel=90, bucket=9, spilled=1.5):
    return barrel / (bucket - spilled)


def p175(normal_rate=14, overtime_rate=21, normal_hours=38, overtime_hours=6):
    return normal_rate * normal_hours + overtime_rate * overtime_hours


def p176(hourly=9, per_basket=0.75, earned=102, hours=8):
    return (earned - hourly * hours) / per_basket


def p177(basic=1300, commission=2.5, sales=36000):
    return basic + sales * commission / 100


def p178(callum_lawns=7, callum_price=16, euan_lawns=5, euan_price=19, petrol=27):
    return (callum_lawns * callum_price + euan_lawns * euan_price - petrol) / 2


def p179(per_load=0.9, loads=5, price=0.32, weeks=4):
    return per_load * loads * weeks * price


def p180(monthly=8.50, included=60, extra_price=0.15, talked=104):
    return monthly + (talked - included) * extra_price


def p181(before=1876, today=2014, price=3.50, paid=400):
    return (today - before) * price - paid


def p182(logs=1050, per_day=14, days=30):
    return logs / per_day - days
